/** Reads sheets' codes from pictures: zxing in WebAssembly, carried with the app, loaded when a camera is opened. */
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import { findSheetId } from "../../rules/sheet.ts";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

prepareZXingModule({
  overrides: {
    locateFile: (file: string, folder: string) => (file.endsWith(".wasm") ? wasm : folder + file),
  },
});

const OPTIONS: ReaderOptions = { formats: ["DataMatrix"], tryHarder: true, maxNumberOfSymbols: 4 };

/** The number of the first sheet's code in the picture; null when there is none. */
export async function readSheet(picture: ImageData | Blob): Promise<string | null> {
  const found = await readBarcodes(picture, OPTIONS);
  return found.map(({ text }) => findSheetId(text)).find((id) => id !== null) ?? null;
}
