/** The camera at the back of the phone, looked through a few times a second until a sheet's code has been read. */

const PAUSE_MS = 150;
const WIDEST = 1280;

export type Watching = { readonly stop: () => void };

/** Rejects when there is no camera, or when it may not be used. */
export async function watch(video: HTMLVideoElement, onRead: (sheet: string) => void): Promise<Watching> {
  const asked = { facingMode: "environment", width: { ideal: WIDEST } };
  const [stream, { readSheet }] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: asked, audio: false }),
    import("./read.ts"),
  ]);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
  };
  video.srcObject = stream;
  await video.play();
  const look = async (): Promise<void> => {
    if (stopped) return;
    const picture = frame(video);
    const sheet = picture ? await readSheet(picture) : null;
    if (stopped) return;
    if (sheet) onRead(sheet);
    else setTimeout(() => void look(), PAUSE_MS);
  };
  void look();
  return { stop };
}

function frame(video: HTMLVideoElement): ImageData | null {
  const scale = Math.min(1, WIDEST / video.videoWidth);
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (!width || !height) return null;
  const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  pen?.drawImage(video, 0, 0, width, height);
  return pen?.getImageData(0, 0, width, height) ?? null;
}
