// Model files in half precision, for what must be small.

const HEADER = 8;
/** From here on a number is rounded to infinity. */
const OVERFLOW = 65520;

/** A model file with all its numbers rounded to half precision. @param {Uint8Array} bytes  of a .safetensors file in single precision */
export function halved(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length)));
  for (const [name, tensor] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    if (tensor.dtype !== 'F32') throw new Error(`${name}: its numbers are ${tensor.dtype}`);
    tensor.dtype = 'F16';
    tensor.data_offsets = tensor.data_offsets.map((/** @type {number} */ offset) => offset / 2);
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const count = (bytes.length - HEADER - length) / 4;
  const file = new Uint8Array(HEADER + text.length + 2 * count);
  const out = new DataView(file.buffer);
  out.setBigUint64(0, BigInt(text.length), true);
  file.set(text, HEADER);
  for (let i = 0; i < count; i++) {
    const value = view.getFloat32(HEADER + length + 4 * i, true);
    if (Number.isFinite(value) && Math.abs(value) >= OVERFLOW) {
      throw new Error(`a weight of ${value} has no place in half precision`);
    }
    out.setUint16(HEADER + text.length + 2 * i, half(value), true);
  }
  return file;
}

/** The bits of the nearest number in half precision, of two as near the even one. @param {number} value */
export function half(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= OVERFLOW) return sign | 0x7c00;
  // The exponent, which for the smallest is that of 2^-14.
  const exponent = Math.max(-14, Math.floor(Math.log2(size || Number.MIN_VALUE)));
  const steps = size * 2 ** (10 - exponent);
  const whole = Math.floor(steps);
  const rest = steps - whole;
  const nearest = rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
  // One step up from the largest fraction carries over into the exponent, as it should.
  return sign | (nearest + (exponent + 14) * 1024);
}
