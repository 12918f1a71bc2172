import { Navigate } from '@tanstack/react-router';
import { has, useLines, useMe } from './me';

/** The first page that is the person's: the messages, else what else there is to do. */
export function Start() {
  const person = useMe();
  const { data: lines, error } = useLines();
  if (lines?.[0]) return <Navigate to="/lines/$line" params={{ line: lines[0].id }} replace />;
  if (!lines && !error) return null;
  if (has(person, 'compliance')) return <Navigate to="/compliance" replace />;
  if (has(person, 'administrator')) return <Navigate to="/admin" replace />;
  if (has(person, 'operator')) return <Navigate to="/operations" replace />;
  return <Navigate to="/lines" replace />;
}
