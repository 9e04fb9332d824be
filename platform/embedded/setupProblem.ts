/** The machine is not as it must be: one or two sentences for the person at the terminal, with what to do. Shown without a stack. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}

/** Turns what the operating system says about a file into a sentence; anything else is handed back as it was. */
export function explainFileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SetupProblem(
      `${path} may not be written (${code}). Give yourself the right to, or set DATA_DIR to another folder.`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new SetupProblem(
      `${path} cannot be a folder: a file stands in the way (${code}). Set DATA_DIR to another folder.`,
    );
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new SetupProblem(
      `The disk that holds ${path} is full. Make room, or set DATA_DIR to a folder on another disk.`,
    );
  }
  return error;
}
