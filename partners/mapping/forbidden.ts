/** What may never go into a document that the buyer's browser carries. */
import type { PunchOutSettings } from '../punchOut.ts';
import { headerPlaces, PARAMETER } from './context.ts';

export type Forbidden = 'secret' | 'personal';

const SECRET = /passw|pwd|^pw$|^pass$|secret|token|credential|api_?key/;
const PERSONAL =
  /mail|phone|telefon|mobil|contact|^user$|user_?(id|name|printable)|unique_?name|^(f|l|first|last|full|given|family|sur)_?name$/;

/** The two lists of names of parameters, in small letters. */
interface ForbiddenNames {
  readonly secret: ReadonlySet<string>;
  readonly personal: ReadonlySet<string>;
}

/**
 * The paths that an agreement closes to rules: secrets always (the names that carry its credentials, the parameters that it fixes, and
 * whatever is called like one), what is about people unless it allows personal data.
 */
export function forbiddenPaths(settings: PunchOutSettings): (path: string) => Forbidden | undefined {
  const names = forbiddenNames(settings);
  const closed = (path: string): Forbidden | undefined => {
    if (!path.startsWith(PARAMETER)) {
      return Object.hasOwn(headerPlaces, path) && headerPlaces[path]?.personal ? 'personal' : undefined;
    }
    const name = path.slice(PARAMETER.length).toLowerCase();
    if (names.secret.has(name) || SECRET.test(name)) return 'secret';
    return names.personal.has(name) || PERSONAL.test(name) ? 'personal' : undefined;
  };
  return (path) => {
    const why = closed(path);
    return why === 'personal' && settings.personalData ? undefined : why;
  };
}

function forbiddenNames({ oci, cxml, peppol }: PunchOutSettings): ForbiddenNames {
  const calls = [oci?.parameters, peppol?.parameters].filter((parameters) => parameters !== undefined);
  return {
    secret: lower([
      ...calls.flatMap(({ user, password }) => [user, password]),
      ...Object.keys(oci?.fixedParameters ?? {}),
    ]),
    personal: lower([
      ...calls.flatMap(({ userId, userName, userMail }) => [userId, userName, userMail]),
      ...(cxml?.userExtrinsics ?? []),
    ]),
  };
}

function lower(names: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name !== undefined).map((name) => name.toLowerCase()));
}
