/** Whole numbers from 0 to 2^32 - 1, as many as come. */
export interface GrowingNumbers {
  readonly length: number;
  push(number: number): void;
  /** 0 for a place where there is none yet. */
  at(place: number): number;
  set(place: number, number: number): void;
  /** All of them, in an array of exactly their length. */
  toArray(length?: number): Uint32Array;
}

/** Makes a list without numbers. It takes 4 bytes for each, and half as much again while it grows. */
export function growingNumbers(): GrowingNumbers {
  let numbers = new Uint32Array(1024);
  let length = 0;
  const makeRoom = (place: number) => {
    if (place < numbers.length) return;
    const larger = new Uint32Array(Math.max(place + 1, Math.ceil(numbers.length * 1.5)));
    larger.set(numbers);
    numbers = larger;
  };
  return {
    get length() {
      return length;
    },
    push: (number) => {
      makeRoom(length);
      numbers[length++] = number;
    },
    at: (place) => numbers[place] ?? 0,
    set: (place, number) => {
      makeRoom(place);
      numbers[place] = number;
      if (place >= length) length = place + 1;
    },
    toArray: (size = length) => {
      makeRoom(size - 1);
      return numbers.slice(0, size);
    },
  };
}
