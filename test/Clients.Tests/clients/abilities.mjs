import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

// node SCRIPT ABILITY INPUT: the input is JSON; what came of it is printed as JSON.
export async function run(abilities) {
  const [ability, input] = process.argv.slice(2);
  print(await abilities[ability](JSON.parse(input)));
}

// Gives each request to the client until stdin ends. Prints where it listens, then what the client understood, one JSON a line.
export async function serve(answer) {
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    response.writeHead(status).end(body);
  });
  server.listen(0, '127.0.0.1', () => print({ url: `http://127.0.0.1:${server.address().port}/webhook` }));
  await text(process.stdin);
  process.exit();
}

export function print(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
