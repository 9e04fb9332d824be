import { DocumentValidator } from '../formats/validate.ts';

const MOST_RULES = 20;

/** The rules that a document of ours breaks fatally: by the rules that we hold others to. Empty where it may be sent. */
export async function brokenRules(text: AsyncIterable<string>): Promise<string[]> {
  const validator = new DocumentValidator({ core: false });
  for await (const piece of text) validator.write(Buffer.from(piece, 'utf8'));
  const fatal = validator.finish().findings.filter(({ severity }) => severity === 'fatal');
  return [...new Set(fatal.map(({ id }) => id))].slice(0, MOST_RULES);
}
