/** Path of a code's page in the error catalogue. @param root path of the application below its host, or its whole address */
export function errorAddress(root: string, code: string): string {
  return `${root}/errors/${encodeURIComponent(code)}`;
}
