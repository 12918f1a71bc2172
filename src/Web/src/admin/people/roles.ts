import type { Role } from '../../shell/me';

/** What an administrator grants and withdraws. Who reads everything and who runs the system is decided on the command line. */
export const GRANTED = ['user', 'administrator'] as const satisfies readonly Role[];

const KEPT: readonly Role[] = ['compliance', 'operator'];

/** The roles of a person that only the command line changes. */
export const keptRoles = (roles: readonly Role[]) => roles.filter((role) => KEPT.includes(role));

/** Whoever makes a link could sign in as that person: not for who may more than an administrator. */
export const mayHaveLink = (roles: readonly Role[]) => keptRoles(roles).length === 0;

/** An administrator who withdraws the own role could not take it back. */
export const isLocked = (role: Role, isOneself: boolean) => role === 'administrator' && isOneself;
