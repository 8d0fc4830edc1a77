// Notes when messages pass between the extension host and the server, without a word of it in either: NODE_OPTIONS has VS Code's
// process load this file, and that hands it on. SCRUTINY_STAMPS names the file that is written: milliseconds, who, what.
import children from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout } from 'node:timers';

const isServer = (path) => String(path).endsWith('/dist/server.js');
const waiting = [];

function note(who, message) {
  const what = message?.method ?? (message?.result?.blocks ? 'preview' : undefined);
  if (what === undefined) return;
  const write = () => appendFileSync(process.env.SCRUTINY_STAMPS, waiting.splice(0).join(''));
  if (waiting.length === 0) setTimeout(write, 100).unref();
  waiting.push(`${performance.timeOrigin + performance.now()} ${who} ${what}\n`);
}

/** Has a function told of what is sent before it is. */
function tell(sender, who) {
  const { send } = sender;
  sender.send = function (message, ...rest) {
    note(who, message);
    return send.call(this, message, ...rest);
  };
}

if (isServer(process.argv[1])) {
  process.prependListener('message', (message) => note('server<', message));
  tell(process, 'server>');
}

// VS Code takes NODE_OPTIONS from what it starts.
const { fork } = children;
children.fork = (path, args = [], options = {}) => {
  const execArgv = [...(options.execArgv ?? process.execArgv), '--import', import.meta.url];
  const child = fork(path, args, { ...options, execArgv });
  if (!isServer(path)) return child;
  child.prependListener('message', (message) => note('host<', message));
  tell(child, 'host>');
  return child;
};
syncBuiltinESMExports();
