/** When the phone syncs, and in which order. */
import { expect, test, vi } from "vitest";
import { enrol, serverWith, type Device } from "../../test/device.ts";
import { startSync, type SyncState } from "./coordinator.ts";

const paths = (device: Device) => device.server.calls.map(({ path }) => path);

function started(device: Device, onState: (state: SyncState) => void = () => undefined) {
  device.server.calls.length = 0;
  return startSync(device.line, { onState, onChange: () => undefined });
}

test("up first, then down", async () => {
  const device = await enrol(await serverWith([{ k: "unit", id: "u", v: 1, body: {} }]));
  const sync = started(device);
  await vi.waitFor(() => expect(paths(device)).toContain("feed"));
  expect(paths(device).indexOf("intake")).toBeLessThan(paths(device).indexOf("feed"));
  sync.stop();
});

test("what is signed during a round goes in the next, at once", async () => {
  const device = await enrol(await serverWith());
  const sync = started(device);
  await device.sign();
  sync.nudge();
  sync.nudge();
  await vi.waitFor(async () => expect((await device.entries())[0]!.state).toBe("taken"));
  sync.stop();
});

test("when the server cannot be reached the problem is said, and nothing is lost", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  device.server.down = true;
  const said: SyncState[] = [];
  const sync = started(device, (state) => said.push(state));
  await vi.waitFor(() => expect(said.at(-1)?.problem?.code).toBe("offline"));
  expect((await device.entries())[0]!.state).toBe("unsent");
  sync.stop();
});

test("a blocked phone remembers that it is, and a good answer lifts it", async () => {
  const device = await enrol(await serverWith());
  device.server.revoked = true;
  const sync = started(device);
  await vi.waitFor(() => expect(device.line.notes.get().revoked).toBe(true));
  device.server.revoked = false;
  await vi.waitFor(() => {
    sync.nudge();
    expect(device.line.notes.get().revoked).toBe(false);
  });
  sync.stop();
});

test("after stop nothing more is asked for", async () => {
  const device = await enrol(await serverWith());
  const sync = started(device);
  await vi.waitFor(() => expect(device.line.notes.get().asOf).not.toBeNull());
  sync.stop();
  const before = device.server.calls.length;
  sync.nudge();
  await device.entries();
  expect(device.server.calls.length).toBe(before);
});
