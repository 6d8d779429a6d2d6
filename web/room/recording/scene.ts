/** What is recorded at a moment: who is there, and what comes from them. */
export interface Scene {
  readonly people: readonly ScenePerson[];
}

/** What the room says is off is nothing here, whatever is sent. */
export interface ScenePerson {
  readonly id: string;
  readonly name: string;
  readonly microphone: MediaStreamTrack | undefined;
  readonly camera: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
}
