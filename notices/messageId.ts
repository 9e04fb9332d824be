/** Message-ID (RFC 5322, 3.6.4): made once, the same on every attempt. */
export function messageIdOf(noticeId: string): string {
  return `<${noticeId}@roundtrip>`;
}
