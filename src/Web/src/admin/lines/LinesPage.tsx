import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard, NumberCard, NumbersView } from '../../api/schema';
import { IconButton } from '../../design/Button';
import { Card } from '../../design/Card';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import { useOrganization } from '../organization/useOrganization';
import { AccountCard } from './AccountCard';
import styles from './LinesPage.module.css';
import { NumberRow } from './NumberRow';
import { RenameDialog } from './RenameDialog';
import { useNumbers } from './useNumbers';

export function LinesPage() {
  const t = useTranslations('admin.lines');
  const firm = useOrganization();
  const numbers = useNumbers();
  const error = firm.error ?? numbers.error;
  const [renaming, setRenaming] = useState<LineCard | null>(null);
  const [renamed, setRenamed] = useState(false);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {firm.data && numbers.data ? (
        <>
          {renaming && (
            <RenameDialog
              line={renaming}
              onClose={() => setRenaming(null)}
              onSaved={() => {
                setRenaming(null);
                setRenamed(true);
              }}
            />
          )}
          <Said>{renamed && t('renamed')}</Said>
          {firm.data.lines.length === 0 && <p className={styles.soft}>{t('noLines')}</p>}
          {firm.data.lines.map((line) => (
            <LineNumbers
              key={line.id}
              line={line}
              people={firm.data.people.filter((person) => person.lines.includes(line.id)).map(({ name }) => name)}
              health={numbers.data}
              onRename={() => setRenaming(line)}
            />
          ))}
          <Unassigned health={numbers.data} />
          <AccountCard account={numbers.data.account} />
        </>
      ) : error ? (
        <Failed
          error={error}
          onRetry={() => {
            firm.refetch();
            numbers.refetch();
          }}
        />
      ) : (
        <Skeleton lines={3} height={190} />
      )}
    </Page>
  );
}

type LineProps = { line: LineCard; people: string[]; health: NumbersView; onRename: () => void };

function LineNumbers({ line, people, health, onRename }: LineProps) {
  const t = useTranslations('admin.lines');
  return (
    <Card
      title={line.name}
      text={people.length > 0 ? t('people', { names: people.join(', '), count: people.length }) : t('nobody')}
      aside={
        <IconButton label={t('rename', { name: line.name })} onClick={onRename}>
          <Pencil size={18} aria-hidden />
        </IconButton>
      }
    >
      {line.numbers.length === 0 && <p className={styles.soft}>{t('noNumbers')}</p>}
      {line.numbers.map((number) => (
        <NumberRow key={number.channel} number={number} health={healthOf(health, number)} />
      ))}
    </Card>
  );
}

const healthOf = (health: NumbersView, number: NumberCard) =>
  number.channel === 'whatsapp' ? health.numbers.find(({ id }) => id === number.id) : undefined;

/** Numbers that Meta speaks of and no line has: somebody registered them and forgot to give them to a line. */
function Unassigned({ health }: { health: NumbersView }) {
  const t = useTranslations('admin.lines');
  const numbers = health.numbers.filter(({ line }) => line === null);
  if (numbers.length === 0) return null;
  return (
    <Card title={t('unassigned.title')} text={t('unassigned.text')}>
      {numbers.map((number) => (
        <NumberRow
          key={number.display}
          number={{ channel: 'whatsapp', id: number.id ?? '', display: number.display }}
          health={number}
        />
      ))}
    </Card>
  );
}
