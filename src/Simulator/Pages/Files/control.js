// The control API. What goes wrong is thrown with the words of its problem details.
export async function call(path, body, method = body === undefined ? 'GET' : 'POST') {
  return answerOf(
    await fetch(`/control/${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
}

export async function upload(file, numberId) {
  const headers = { 'Content-Type': file.type || 'text/plain' };
  return answerOf(await fetch(`/control/media?numberId=${numberId}`, { method: 'POST', headers, body: file }));
}

async function answerOf(reply) {
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(answer.detail ?? `The simulator answered ${reply.status}.`);
  return answer;
}

// Calls show() now and after each change, for as long as the page is there.
export async function follow(show, failed = () => {}) {
  for (let version = -1; ; ) {
    try {
      version = (await call(`changes?after=${version}`)).version;
      await show();
    } catch (error) {
      failed(error);
      version = -1;
      await new Promise((resume) => setTimeout(resume, 2000));
    }
  }
}
