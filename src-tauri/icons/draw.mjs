// Draws Takeup's mark and writes it as PNGs beside this file: `node src-tauri/icons/draw.mjs`.
// The mark is a cup (two hands) with something rising out of it: a power, taken up.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const TEAL = [0, 84, 92];
const WHITE = [255, 255, 255];
const YELLOW = [255, 211, 77];

// Distances to shapes on a 1 × 1 square, y downwards; negative is inside.
const length = (x, y) => Math.hypot(x, y);
const roundedSquare = (x, y, half, radius) => {
  const [qx, qy] = [Math.abs(x - 0.5) - half + radius, Math.abs(y - 0.5) - half + radius];
  return length(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - radius;
};
const stroke = (x, y, ax, ay, bx, by, width) => {
  const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const along = Math.min(1, Math.max(0, t));
  return length(x - ax - along * (bx - ax), y - ay - along * (by - ay)) - width / 2;
};
const cup = (x, y) => {
  const ring = Math.abs(length(x - 0.5, y - 0.54) - 0.27) - 0.045;
  const below = y >= 0.54 ? ring : Infinity;
  const ends = Math.min(length(x - 0.23, y - 0.54), length(x - 0.77, y - 0.54)) - 0.045;
  return Math.min(below, ends);
};
const arrow = (x, y) =>
  Math.min(
    stroke(x, y, 0.5, 0.62, 0.5, 0.24, 0.09),
    stroke(x, y, 0.5, 0.22, 0.36, 0.36, 0.09),
    stroke(x, y, 0.5, 0.22, 0.64, 0.36, 0.09),
  );

function colourAt(x, y) {
  if (roundedSquare(x, y, 0.5, 0.2) > 0) return null;
  if (arrow(x, y) <= 0) return YELLOW;
  if (cup(x, y) <= 0) return WHITE;
  return TEAL;
}

function pixels(size) {
  const samples = 6;
  const bytes = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let i = 0; i < samples * samples; i++) {
        const dx = ((i % samples) + 0.5) / samples;
        const dy = (Math.floor(i / samples) + 0.5) / samples;
        const colour = colourAt((column + dx) / size, (row + dy) / size);
        if (!colour) continue;
        covered += 1;
        colour.forEach((value, channel) => (sum[channel] += value));
      }
      const at = row * (1 + size * 4) + 1 + column * 4;
      if (covered) sum.forEach((value, channel) => (bytes[at + channel] = Math.round(value / covered)));
      bytes[at + 3] = Math.round((255 * covered) / samples ** 2);
    }
  }
  return bytes;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(pixels(size), { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

for (const size of [32, 128, 256, 512]) {
  writeFileSync(new URL(`${size}x${size}.png`, import.meta.url), png(size));
}
