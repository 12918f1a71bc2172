import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Panels.module.css';

type Named = { value: string; title: string /** How it stands, beside the title. */; mark?: ReactNode };

/** Parts of a page of which one is shown. What was begun in one that is not shown stays there. */
export function Panels({
  label,
  shown,
  onShow,
  panels,
  children,
}: {
  label: string;
  shown: string;
  onShow: (value: string) => void;
  panels: readonly Named[];
  children: (value: string) => ReactNode;
}) {
  return (
    <Tabs.Root value={shown} onValueChange={onShow}>
      <Tabs.List className={styles.row} aria-label={label}>
        {panels.map(({ value, title, mark }) => (
          <Tabs.Trigger
            key={value}
            value={value}
            className={styles.tab}
            onFocus={(event) => event.currentTarget.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })}
          >
            {title}
            {mark}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {panels.map(({ value }) => (
        <Tabs.Content key={value} value={value} forceMount hidden={value !== shown}>
          {children(value)}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
