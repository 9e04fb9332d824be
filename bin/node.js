// `node bin/node.js FILE ...`: runs FILE with a Node that is new enough. For package.json scripts.
import { runNode } from './findNode.js';

runNode(process.argv.slice(2));
