/** The lowest id that was made at an instant (RFC 9562, version 7: 48 bits of milliseconds): rows of a time are found by their key. */
export function idAt(instant: Date | number): string {
  const hex = Math.max(Number(instant), 0).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
