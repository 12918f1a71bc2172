import { Check, CheckGroup } from '../../design/Check';
import styles from './PolicyPage.module.css';

type Props = {
  label: string;
  error?: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several that may be chosen together, side by side. */
export function Choices({ label, error, options, chosen, onChange }: Props) {
  return (
    <CheckGroup label={label} error={error}>
      <div className={styles.groups}>
        {options.map(({ value, label: name }) => (
          <Check
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        ))}
      </div>
    </CheckGroup>
  );
}
