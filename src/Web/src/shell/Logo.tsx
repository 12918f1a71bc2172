/** The mark of the product; the file of the browser's tab shows the same. */
export function Logo({ size = 28 }: { size?: number }) {
  return <img src="/icons/icon.svg" alt="" width={size} height={size} />;
}
