/** Sound and picture by LiveKit's servers. This file and LiveKit's client are a chunk of their own. */
import {
  ConnectionState as LiveKitState,
  type LocalTrackPublication,
  type Participant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
  VideoPresets43,
} from 'livekit-client';
import type { JoinGrant } from '../../../src/media/engine.ts';
import { idOf, newestOf, newestPage } from './livekit-people.ts';
import { offerPlaces, type SentByOthers } from './livekit-places.ts';
import {
  type ClientParts,
  type ConnectionState,
  MEDIA,
  type Medium,
  type RoomClient,
  type Size,
  type Streams,
  type Tracks,
} from './room-client.ts';

type LiveKitGrant = Extract<JoinGrant, { readonly engine: 'livekit' }>;

interface LiveKitRoomParts extends ClientParts {
  readonly grant: LiveKitGrant;
  /** How many others send something now. */
  readonly sent: SentByOthers;
  /** Another grant; nothing when one is no longer in the room. */
  renew(): Promise<LiveKitGrant | undefined>;
}

const SOURCES: Readonly<Record<Medium, Track.Source>> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
};

const NOTHING: Tracks = { microphone: null, camera: null, screen: null };

/** Milliseconds until the next try to come in; each is twice as long as the one before. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 5_000;

/** Milliseconds in which the room's stream says why LiveKit's server has muted something. */
const SECOND_THOUGHT = 1_000;

export class LiveKitRoom implements RoomClient {
  readonly #parts: LiveKitRoomParts;
  readonly #wants = new Map<string, Size | null>();
  readonly #streams = new Map<string, Streams>();
  readonly #publications = new Map<Medium, LocalTrackPublication>();
  #room: Room | undefined;
  #tracks: Tracks = NOTHING;
  /** What is published, one change after the other. */
  #publishing: Promise<void> = Promise.resolve();
  #wake: (() => void) | undefined;
  #isClosed = false;

  constructor(parts: LiveKitRoomParts) {
    this.#parts = parts;
  }

  begin(): void {
    void this.#stay();
  }

  /** LiveKit tells who is connected; nobody else is. */
  meet(): void {}

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#publishSoon();
  }

  streamsOf(id: string): Streams | undefined {
    return this.#streams.get(id);
  }

  stateOf(id: string): ConnectionState {
    if (newestPage(this.#room, id)) {
      return this.#room?.state === LiveKitState.Connected ? 'connected' : 'interrupted';
    }
    return this.#streams.has(id) ? 'interrupted' : 'connecting';
  }

  get isAway(): boolean {
    return this.#room?.state !== LiveKitState.Connected;
  }

  wants(id: string, medium: Medium, size: Size | null): void {
    this.#wants.set(`${id} ${medium}`, size);
    const publication = newestOf(newestPage(this.#room, id), SOURCES[medium]);
    if (publication) this.#adapt(id, publication as RemoteTrackPublication);
  }

  /** Nothing comes by the room's stream. */
  take(): void {}

  reconnect(): void {
    this.#wake?.();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake?.();
    void this.#room?.disconnect(false);
  }

  /** In the room for as long as the page is there: with a new grant each time that it is lost. */
  async #stay(): Promise<void> {
    let grant: LiveKitGrant | undefined = this.#parts.grant;
    let delay = FIRST_DELAY;
    while (!this.#isClosed && grant) {
      const cameIn: boolean = await this.#comeIn(grant);
      if (this.#isClosed) return;
      delay = cameIn ? FIRST_DELAY : Math.min(delay * 2, LONGEST_DELAY);
      do {
        await this.#pause(delay);
        if (this.#isClosed) return;
        try {
          grant = await this.#parts.renew();
          break;
        } catch {
          delay = Math.min(delay * 2, LONGEST_DELAY);
        }
      } while (!this.#isClosed);
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whether it came in; when it did, not before it is out again. */
  async #comeIn({ path, token, iceServers }: LiveKitGrant): Promise<boolean> {
    const room = new Room({
      dynacast: true,
      // The small picture comes first: which one is drawn is told as soon as there is one.
      adaptiveStream: true,
      disconnectOnPageLeave: false,
      stopLocalTrackOnUnpublish: false,
    });
    offerPlaces(room, this.#parts.sent);
    const gone = new Promise<void>((resolve) => room.once(RoomEvent.Disconnected, () => resolve()));
    this.#listen(room);
    const address = new URL(path, location.origin);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    try {
      await room.connect(address.href, token, {
        // Those of the site; LiveKit would send browsers to others.
        rtcConfig: { iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })) },
      });
    } catch {
      return false;
    }
    this.#room = room;
    this.#publications.clear();
    this.#publishSoon();
    for (const person of room.remoteParticipants.values()) this.#see(idOf(person));
    this.#parts.changed();
    if (this.#isClosed) await room.disconnect(false);
    await gone;
    this.#streams.clear();
    this.#parts.changed();
    return true;
  }

  #listen(room: Room): void {
    const see = (person: Participant, gone?: TrackPublication) => {
      if (room !== this.#room) return;
      this.#see(idOf(person), gone);
      this.#parts.changed();
    };
    const look = () => this.#parts.changed();
    room
      .on(RoomEvent.TrackSubscribed, (_track, publication, person) => {
        this.#adapt(idOf(person), publication);
        see(person);
      })
      .on(RoomEvent.TrackUnsubscribed, (_track, publication, person) => see(person, publication))
      .on(RoomEvent.ParticipantDisconnected, (person) => {
        // Their newer page may be here already.
        if (newestPage(this.#room, idOf(person))) return;
        this.#streams.delete(idOf(person));
        this.#parts.changed();
      })
      .on(RoomEvent.TrackMuted, (_publication, person) => {
        // The host's word comes by the room too; what the server has muted without it is turned on again.
        if (person === room.localParticipant) setTimeout(() => this.#publishSoon(), SECOND_THOUGHT);
      })
      .on(RoomEvent.ConnectionStateChanged, look)
      .on(RoomEvent.Reconnected, () => this.#publishSoon());
  }

  /** Takes the streams of somebody as they are now, but for what is gone. */
  #see(id: string, gone?: TrackPublication): void {
    const person = newestPage(this.#room, id);
    if (!person) return;
    const before = this.#streams.get(id);
    const streams = {} as Record<Medium, MediaStream>;
    for (const medium of MEDIA) {
      const track = newestOf(person, SOURCES[medium], gone)?.track?.mediaStreamTrack;
      const [held] = before?.[medium].getTracks() ?? [];
      // The same stream for the same track: a picture is not begun anew.
      streams[medium] =
        before && held === track ? before[medium] : track ? new MediaStream([track]) : new MediaStream();
    }
    this.#streams.set(id, streams);
  }

  #adapt(id: string, publication: RemoteTrackPublication): void {
    const medium = MEDIA.find((one) => SOURCES[one] === publication.source);
    const size = this.#wants.get(`${id} ${medium}`);
    if (size === undefined || publication.kind !== Track.Kind.Video) return;
    publication.setEnabled(size !== null);
    if (size) publication.setVideoDimensions(size);
  }

  #publishSoon(): void {
    this.#publishing = this.#publishing.then(async () => {
      for (const medium of MEDIA) {
        // A room that is lost meanwhile is come into again, and everything is published anew.
        await this.#publish(medium).catch(() => {});
      }
    });
  }

  async #publish(medium: Medium): Promise<void> {
    const participant = this.#room?.localParticipant;
    if (!participant || this.isAway) return;
    const track = this.#tracks[medium];
    const publication = this.#publications.get(medium);
    const { track: sent } = publication ?? {};
    if (!track) {
      if (!sent || publication?.isMuted) return;
      // A voice and a picture that come again are not negotiated anew.
      if (medium !== 'screen') return void (await publication?.mute());
      this.#publications.delete(medium);
      await participant.unpublishTrack(sent, false);
      return;
    }
    if (sent?.mediaStreamTrack.id === track.id && !publication?.isMuted) return;
    if (sent && participant.getTrackPublication(SOURCES[medium]) === publication) {
      await sent.replaceTrack(track, { userProvidedTrack: true });
      await publication?.unmute();
      return;
    }
    this.#publications.set(
      medium,
      await participant.publishTrack(track, {
        source: SOURCES[medium],
        name: medium,
        dtx: true,
        simulcast: medium === 'camera',
        videoSimulcastLayers: [VideoPresets43.h180, VideoPresets43.h360],
      }),
    );
  }
}
