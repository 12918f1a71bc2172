/** What WhatsApp takes as a logo; the product knows it too and has the last word. */
export const TYPES = ['image/jpeg', 'image/png'];
const LARGEST = 5 * 1024 * 1024;
export const SHORTEST_EDGE = 192;

export type Unfit =
  | { why: 'wrongType' | 'unreadable' }
  | { why: 'tooLarge'; size: number }
  | { why: 'notSquare' | 'tooSmall'; width: number; height: number };

/** Why a file can't be a logo, before it is sent; null if it can. Sizes are in bytes and pixels. */
export async function unfit(file: File): Promise<Unfit | null> {
  if (!TYPES.includes(file.type)) return { why: 'wrongType' };
  if (file.size > LARGEST) return { why: 'tooLarge', size: file.size };
  const shape = await shapeOf(file);
  if (!shape) return { why: 'unreadable' };
  if (shape.width !== shape.height) return { why: 'notSquare', ...shape };
  return shape.width < SHORTEST_EDGE ? { why: 'tooSmall', ...shape } : null;
}

async function shapeOf(file: File): Promise<{ width: number; height: number } | null> {
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    picture.close();
    return { width, height };
  } catch {
    return null;
  }
}
