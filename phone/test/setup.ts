/** Every test file gets an empty IndexedDB. */
import "fake-indexeddb/auto";
