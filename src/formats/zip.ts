import { inflateRawSync } from 'node:zlib';

/** A file in a package, as the package's list has it. */
export interface PackedFile {
  name: string;
  /** Its sizes in bytes, as the list says; the list may lie. */
  packedSize: number;
  size: number;
  method: number;
  isEncrypted: boolean;
  /** Where it begins in the package. */
  offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const FILE_MARK = 0x04034b50;
/** The end of a package is at most so long: 22 bytes and a comment. */
const LONGEST_END = 22 + 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** Whether bytes begin as a package (zip) does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The files that a package lists.
 * @param most how many are read
 * @returns null if the list is damaged, or has more files
 */
export function filesIn(bytes: Uint8Array, most: number): PackedFile[] | null {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > most) return null;
  const files: PackedFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_MARK) return null;
    const nameLength = view.getUint16(at + 28, true);
    files.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/**
 * How large a file is once it is unpacked, by unpacking it.
 * @param most where to stop, in bytes
 * @returns bytes; null if it is larger than `most`, or damaged
 */
export function unpackedSize(bytes: Uint8Array, file: PackedFile, most: number): number | null {
  const view = viewOf(bytes);
  const { offset, packedSize, method } = file;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== FILE_MARK) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === STORED) return packed.length <= most ? packed.length : null;
  if (method !== DEFLATED) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).length;
  } catch {
    return null;
  }
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_MARK) return at;
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
