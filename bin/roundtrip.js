#!/usr/bin/env node
// The roundtrip command: finds a Node that is new enough and runs cli/main.ts with it.
import { join } from 'node:path';
import { root, runNode } from './findNode.js';

runNode([join(root, 'cli', 'main.ts'), ...process.argv.slice(2)]);
