/** In place of the process that carries the voices: one that has stopped, as a library does that waits for itself. */
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
