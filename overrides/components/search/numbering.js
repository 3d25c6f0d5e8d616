// Numbers from 0 on for what comes, in the order in which it comes.

const GOLDEN = 0x9e3779b1; // spreads numbers that lie near each other (Knuth 1973, multiplicative hashing)

/** Numbers for whole numbers above 0 and below 2 ** 31: a hash table with open addressing, since a map takes long to grow. */
export class Numbering {
  #known = new Int32Array(1024);
  #numbers = new Int32Array(1024);
  count = 0;

  /** The number of one; -1 where it has none. @param {number} one */
  get(one) {
    const at = this.#place(one);
    return this.#known[at] ? this.#numbers[at] : -1;
  }

  /** The number of one; the next, where it has none. @param {number} one */
  add(one) {
    if (2 * this.count >= this.#known.length) this.#grow();
    const at = this.#place(one);
    if (!this.#known[at]) [this.#known[at], this.#numbers[at]] = [one, this.count++];
    return this.#numbers[at];
  }

  /** Where it stands, or could. @param {number} one */
  #place(one) {
    const last = this.#known.length - 1; // their length is a power of two
    const hash = Math.imul(one, GOLDEN);
    let at = (hash ^ (hash >>> 15)) & last;
    while (this.#known[at] && this.#known[at] !== one) at = (at + 1) & last;
    return at;
  }

  #grow() {
    const [known, numbers] = [this.#known, this.#numbers];
    this.#known = new Int32Array(4 * known.length);
    this.#numbers = new Int32Array(4 * known.length);
    for (const [at, one] of known.entries())
      if (one) {
        const place = this.#place(one);
        this.#known[place] = one;
        this.#numbers[place] = numbers[at];
      }
  }
}
