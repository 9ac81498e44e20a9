// Lets tests import what the bundler embeds, made by the same scripts.

import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { makeCosts, makeResults } from '../../xtask/assets/results.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = {
  'embedded:results': JSON.stringify(await makeResults(root)),
  'embedded:costs': JSON.stringify(await makeCosts(root)),
};
const hooks = `
let made;
export async function initialize(data) { made = data; }
export async function resolve(specifier, context, next) {
  if (!(specifier in made)) return next(specifier, context);
  return { url: specifier, format: 'module', shortCircuit: true };
}
export async function load(url, context, next) {
  if (!(url in made)) return next(url, context);
  return { source: 'export default ' + made[url], format: 'module', shortCircuit: true };
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: made });
