// Small dense linear algebra for the fits of this room: symmetric positive definite systems of at most some hundred unknowns.

/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/** Lower triangular L with L·Lᵀ = A. Throws `RangeError` where A is not positive definite. */
export function cholesky(matrix: Matrix): number[][] {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const out: number[] = [];
    for (let j = 0; j <= i; j++) {
      const sum = (row[j] ?? 0) - dot(out, factor[j] ?? out, j);
      if (i !== j) out.push(sum / (factor[j]?.[j] ?? Number.NaN));
      else if (sum > 0) out.push(Math.sqrt(sum));
      else throw new RangeError('expected a positive definite matrix');
    }
    factor.push(out);
  }
  return factor;
}

/** x with L·Lᵀ·x = b. */
export function solveFactored(factor: Matrix, b: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [i, row] of factor.entries()) forward.push(((b[i] ?? 0) - dot(row, forward, i)) / (row[i] ?? Number.NaN));
  const x = forward.slice();
  for (let i = factor.length - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < factor.length; k++) sum -= (factor[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i]?.[i] ?? Number.NaN);
  }
  return x;
}

/** x with A·x = b, A symmetric positive definite. */
export function solve(matrix: Matrix, b: readonly number[]): number[] {
  return solveFactored(cholesky(matrix), b);
}

/** The inverse of a symmetric positive definite matrix. */
export function invert(matrix: Matrix): number[][] {
  const factor = cholesky(matrix);
  return matrix.map((_, i) =>
    solveFactored(
      factor,
      matrix.map((_row, j) => (i === j ? 1 : 0)),
    ),
  );
}

/** A·x. */
export function times(matrix: Matrix, x: readonly number[]): number[] {
  return matrix.map((row) => dot(row, x));
}

/** xᵀ·y over the first `length` entries, all where it is left out. */
export function dot(x: readonly number[], y: readonly number[], length: number = x.length): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}
