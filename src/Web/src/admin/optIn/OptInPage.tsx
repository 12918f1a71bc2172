import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OptInLanguage } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Button } from '../../design/Button';
import { Page } from '../../design/Page';
import { Panels } from '../../design/Panels';
import { Failed, Skeleton } from '../../design/States';
import { useMe } from '../../shell/me';
import { useLanguageName } from '../../templates/language';
import { TemplateStatus } from '../../templates/TemplateStatus';
import { AddLanguageDialog } from './AddLanguageDialog';
import { OptInForm } from './OptInForm';
import { OptInState } from './OptInState';
import { suggestedIn } from './suggested';
import { useOptIn } from './useOptIn';

export function OptInPage() {
  const t = useTranslations('admin.optIn');
  const name = useLanguageName();
  const organization = useMe().organization.name;
  const optIn = useOptIn();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);

  const held = new Map(optIn.data?.languages.map((language) => [language.language, language]));
  const byDefault = optIn.data?.languages.find((language) => language.is_default);
  const codes = inOrder(optIn.data?.languages ?? [], name);
  codes.push(...begun.filter((code) => !held.has(code)));
  const first = codes[0];

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        optIn.data && (
          <Button onClick={() => setAdding(true)}>
            <Languages size={18} aria-hidden />
            {t('add')}
          </Button>
        )
      }
    >
      {first && byDefault ? (
        <Panels
          label={t('languages')}
          shown={shown && codes.includes(shown) ? shown : first}
          onShow={setShown}
          panels={codes.map((code) => ({ value: code, title: name(code), mark: <Mark language={held.get(code)} /> }))}
        >
          {(code) => {
            const language = held.get(code);
            return (
              <>
                {language && <OptInState language={language} byDefault={byDefault} />}
                <OptInForm
                  words={language?.words ?? suggestedIn(code)}
                  organization={organization}
                  onDiscard={language ? undefined : () => setBegun(begun.filter((other) => other !== code))}
                />
              </>
            );
          }}
        </Panels>
      ) : optIn.error ? (
        <Failed error={optIn.error} onRetry={() => optIn.refetch()} />
      ) : (
        <Skeleton lines={2} height={260} />
      )}
      {isAdding && (
        <AddLanguageDialog
          held={codes}
          onAdd={(code) => {
            setBegun([...begun, code]);
            setShown(code);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

function Mark({ language }: { language?: OptInLanguage }) {
  const t = useTranslations('admin.optIn');
  if (!language) return <Badge>{t('notSubmitted')}</Badge>;
  return (
    <>
      {language.is_default && <Badge>{t('default')}</Badge>}
      {language.template && <TemplateStatus status={language.template.status} />}
    </>
  );
}

/** The default first, the others by name. */
const inOrder = (languages: readonly OptInLanguage[], name: (code: string) => string): string[] =>
  [...languages]
    .sort(
      (one, other) =>
        Number(other.is_default) - Number(one.is_default) || name(one.language).localeCompare(name(other.language)),
    )
    .map(({ language }) => language);
