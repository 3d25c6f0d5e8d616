// Numbers in rows, kept in two plain arrays: there are many, and a phone has to make them before it can answer.

const ROOM = 64; // for so many there is room at first

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

  /** For each row what its numbers are worth together. @param {ArrayLike<number>} worth of each number */
  totals(worth) {
    const totals = new Float64Array(this.count);
    for (let row = 0; row < totals.length; row++) {
      let total = 0;
      for (let at = this.#starts[row]; at < this.#ends[row]; at++) total += worth[this.#cells[at]];
      totals[row] = total;
    }
    return totals;
  }

  /** The other way round: for each of so many numbers the rows that it stands in, each once, in their order. @param {number} count */
  turned(count) {
    const starts = new Int32Array(count + 1);
    for (let at = 0; at < this.#cells.length; at++) starts[this.#cells[at] + 1]++;
    for (let number = 0; number < count; number++) starts[number + 1] += starts[number];
    const ends = starts.slice(0, count);
    const rows = new Int32Array(starts[count]);
    for (let row = 0; row < this.count; row++)
      for (let at = this.#starts[row]; at < this.#ends[row]; at++) {
        const cell = this.#cells[at];
        const isNew = ends[cell] === starts[cell] || rows[ends[cell] - 1] !== row;
        if (isNew) rows[ends[cell]++] = row;
      }
    return new Rows(starts, ends, rows);
  }
}

/** Rows in the making. */
export class Growing {
  #starts = new Int32Array(ROOM);
  #cells = new Int32Array(ROOM);
  #rows = 0;
  #size = 0;

  /** Put a number into the row in the making. @param {number} cell */
  put(cell) {
    if (this.#size === this.#cells.length) this.#cells = twice(this.#cells);
    this.#cells[this.#size++] = cell;
  }

  /** The same, if it is not there yet. Rows are so short that a set would take longer. @param {number} cell */
  putOnce(cell) {
    for (let at = this.#starts[this.#rows]; at < this.#size; at++) if (this.#cells[at] === cell) return;
    this.put(cell);
  }

  /** This row is whole; the next one begins. */
  end() {
    if (++this.#rows === this.#starts.length) this.#starts = twice(this.#starts);
    this.#starts[this.#rows] = this.#size;
  }

  get rows() {
    const ends = this.#starts.subarray(1, this.#rows + 1);
    return new Rows(this.#starts, ends, this.#cells.subarray(0, this.#size));
  }
}

/** @param {Int32Array} cells */
function twice(cells) {
  const more = new Int32Array(2 * cells.length);
  more.set(cells);
  return more;
}
