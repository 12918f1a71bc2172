import createClient from 'openapi-fetch';
import type { Problem, paths } from './schema';

/** The REST API of the product, typed by its own document. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // The one of the moment of asking: a test puts its own in the place.
  fetch: (request) => fetch(request),
});

/** The product said no, and why. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  /** Which rules of the firm it was, and who can be asked. */
  readonly policy: Problem['policy'];

  constructor(problem: Pick<Problem, 'code' | 'status' | 'detail' | 'policy'>) {
    super(problem.detail);
    this.policy = problem.policy;
    this.name = 'Refusal';
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** There was no answer: the line is down, or the product is. Whether the request was carried out, nobody knows. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('The product does not answer.', { cause });
    this.name = 'Unreachable';
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What was asked for; a refusal or a missing answer is thrown. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await request.catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (response.ok) return data as T;
  const problem = error as Partial<Problem> | undefined;
  // A proxy on the way answers in its own form.
  if (typeof problem?.code !== 'string') throw new Unreachable(error);
  throw new Refusal({
    code: problem.code,
    status: response.status,
    detail: problem.detail ?? '',
    policy: problem.policy,
  });
}

/** Whether the same request may be carried out later: nobody answered, or what answered could not do it just now. */
export function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refusal && (error.status >= 500 || error.status === 429));
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
