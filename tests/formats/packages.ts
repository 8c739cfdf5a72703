import { deflateRawSync } from 'node:zlib';

/** A file for a package; `size` is what the package claims, if it lies. */
export interface ToPack {
  name: string;
  content: string | Uint8Array;
  size?: number;
  isEncrypted?: boolean;
}

/** A package (zip) with files in it, compressed. Their check sums are those of nothing, which no reader of ours looks at. */
export function packed(files: readonly ToPack[]): Uint8Array {
  const local: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const data = deflateRawSync(content);
    const name = Buffer.from(file.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.isEncrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(file.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name);
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${WORD} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The files of a Word document with a body of WordprocessingML; `more` are by their names in the folder `word`. */
export function wordFiles(body: string, more: Readonly<Record<string, string>> = {}): ToPack[] {
  const parts = Object.keys(more);
  const relations = parts.map(
    (part, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`,
  );
  const overrides = parts.map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${TYPES}.${part}+xml"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${PACKAGES}/relationships">${relations.join('')}</Relationships>`,
    },
    { name: 'word/document.xml', content: `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` },
    ...parts.map((part) => ({
      name: `word/${part}.xml`,
      content: (more[part] ?? '').replace('NAMESPACES', NAMESPACES),
    })),
  ];
}

/** A Word document. */
export function wordDocument(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packed(wordFiles(body, more));
}

/** A paragraph of runs; each is a text, or WordprocessingML if it begins with `<`. */
export function paragraph(...runs: string[]): string {
  const written = runs.map((run) =>
    run.startsWith('<') ? run : `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`,
  );
  return `<w:p>${written.join('')}</w:p>`;
}
