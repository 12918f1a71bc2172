import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { en } from './en';
import { formatLocale, keepLanguage, type Language, preferredLanguage } from './languages';

type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}

const LanguageChoice = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'en',
  choose: () => {},
});

export const useLanguage = () => useContext(LanguageChoice);

/** English is there at once; the others are fetched when somebody reads them. */
async function load(language: Language): Promise<Messages> {
  switch (language) {
    case 'de':
      return (await import('./de')).de;
    case 'en-XA':
      return (await import('./pseudo')).pseudo(en);
    default:
      return en;
  }
}

export function Words({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  const [messages, setMessages] = useState<Messages | null>(language === 'en' ? en : null);

  useEffect(() => {
    let wanted = true;
    load(language).then(
      (loaded) => wanted && setMessages(loaded),
      () => wanted && setMessages(en),
    );
    document.documentElement.lang = language;
    return () => {
      wanted = false;
    };
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        keepLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );

  return messages ? (
    <LanguageChoice.Provider value={choice}>
      <IntlProvider
        locale={formatLocale(language)}
        messages={messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        {children}
      </IntlProvider>
    </LanguageChoice.Provider>
  ) : null;
}
