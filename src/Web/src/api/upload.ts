import { Refusal, Unreachable } from './client';
import type { Problem } from './schema';

/** Puts a file to an address of the product, and tells how much of it has gone out: from 0 to 1. */
export function upload(path: string, file: Blob, onProgress: (sent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // What fetch does not tell is how much has gone out.
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('Content-Type', file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => (request.status < 300 ? resolve() : reject(refusalOf(request)));
    request.send(file);
  });
}

function refusalOf({ status, responseText }: XMLHttpRequest): Error {
  try {
    const { code, detail } = JSON.parse(responseText) as Partial<Problem>;
    return typeof code === 'string' ? new Refusal({ code, status, detail: detail ?? '' }) : new Unreachable();
  } catch (cause) {
    // A proxy on the way answers in its own form.
    return new Unreachable(cause);
  }
}
