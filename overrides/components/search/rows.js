// Numbers in rows, kept in two plain arrays: there are many, and a phone has to make them before it can answer.

/** Rows of numbers, each row by its own number. */
export class Rows {
  #starts;
  #ends;
  #cells;

  /** @param {Int32Array} starts @param {Int32Array} ends @param {Int32Array} cells */
  constructor(starts, ends, cells) {
    this.#starts = starts;
    this.#ends = ends;
    this.#cells = cells;
  }

  /** @param {number[][]} rows */
  static of(rows) {
    const ends = new Int32Array(rows.length);
    let end = 0;
    for (const [row, { length }] of rows.entries()) ends[row] = end += length;
    const cells = new Int32Array(end);
    const starts = ends.map((_, row) => (row ? ends[row - 1] : 0));
    for (const [row, numbers] of rows.entries()) cells.set(numbers, starts[row]);
    return new Rows(starts, ends, cells);
  }

  get count() {
    return this.#ends.length;
  }

  /** @param {number} row */
  at(row) {
    return this.#cells.subarray(this.#starts[row], this.#ends[row]);
  }

  /** @param {number} row */
  size(row) {
    return this.#ends[row] - this.#starts[row];
  }

  /** The other way round: for each of so many numbers the rows that it stands in, each once, in their order. @param {number} count */
  turned(count) {
    const starts = new Int32Array(count);
    for (const cell of this.#cells) starts[cell]++;
    let start = 0;
    for (let number = 0; number < count; number++) {
      const uses = starts[number];
      starts[number] = start;
      start += uses;
    }
    const ends = starts.slice();
    const rows = new Int32Array(start);
    for (let row = 0; row < this.count; row++)
      for (const cell of this.at(row)) {
        const isNew = ends[cell] === starts[cell] || rows[ends[cell] - 1] !== row;
        if (isNew) rows[ends[cell]++] = row;
      }
    return new Rows(starts, ends, rows);
  }
}
