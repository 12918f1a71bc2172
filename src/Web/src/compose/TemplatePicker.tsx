import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactCard, TemplateBody, TemplateCard } from '../api/schema';
import { templates } from '../templates/useTemplates';
import { TemplateForm } from './TemplateForm';
import { TemplateList } from './TemplateList';

type Props = {
  contact: ContactCard;
  /** The opt-in request comes next. */
  asks: boolean;
  onSend: (template: TemplateBody) => void;
  onClose: () => void;
};

/** First which template, then its values. */
export function TemplatePicker({ contact, asks, onSend, onClose }: Props) {
  const { data, error, refetch } = useQuery(templates);
  const [chosen, setChosen] = useState<TemplateCard | null>(null);
  return chosen ? (
    <TemplateForm
      key={chosen.id}
      template={chosen}
      contact={contact}
      asks={asks}
      onSend={onSend}
      onBack={() => setChosen(null)}
      onClose={onClose}
    />
  ) : (
    <TemplateList templates={data} error={error} onRetry={() => refetch()} onChoose={setChosen} onClose={onClose} />
  );
}
