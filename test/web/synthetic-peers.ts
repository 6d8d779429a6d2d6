/**
 * A script for a page of a room, so that one browser looks like many: connections that stand at once, and bring a
 * voice, a drawn picture of somebody and a drawn screen. What is shown of them is what the room says is on.
 */
export const SYNTHETIC_PEERS = `(() => {
  let drawn = 0;
  const audio = new AudioContext();

  const stream = (width, height, draw) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    draw(context, width, height);
    const captured = canvas.captureStream(0);
    const [track] = captured.getVideoTracks();
    // A track that nobody draws on stays black: it is drawn again until the page has it.
    let left = 40;
    const again = setInterval(() => {
      draw(context, width, height);
      track.requestFrame();
      if (--left === 0) clearInterval(again);
    }, 50);
    return track;
  };

  const person = (at) => (context, width, height) => {
    const hue = (at * 67) % 360;
    const wall = context.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, 'hsl(' + hue + ' 28% 62%)');
    wall.addColorStop(1, 'hsl(' + (hue + 40) + ' 30% 34%)');
    context.fillStyle = wall;
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'hsl(' + (hue + 180) + ' 30% 32%)';
    context.beginPath();
    context.ellipse(width / 2, height * 1.08, width * 0.26, height * 0.44, 0, 0, 7);
    context.fill();
    context.fillStyle = ['#e8b894', '#8d5a3c', '#f1c9a5', '#b97b56'][at % 4];
    context.beginPath();
    context.ellipse(width / 2, height * 0.46, height * 0.17, height * 0.21, 0, 0, 7);
    context.fill();
    context.fillStyle = ['#2b1d14', '#5a3b22', '#111', '#8a6a3a'][at % 4];
    context.beginPath();
    context.ellipse(width / 2, height * 0.36, height * 0.185, height * 0.15, 0, Math.PI, 0);
    context.fill();
  };

  const screen = (context, width, height) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#17202e';
    context.font = '600 64px sans-serif';
    context.fillText('Quarterly numbers', 90, 140);
    context.font = '32px sans-serif';
    context.fillStyle = '#556175';
    context.fillText('Revenue by month, in thousands', 90, 200);
    [240, 310, 280, 420, 390, 520, 610].forEach((bar, at) => {
      context.fillStyle = at === 6 ? '#1f5fbf' : '#9db8de';
      context.fillRect(120 + at * 150, height - 110 - bar * 0.7, 96, bar * 0.7);
    });
    context.fillStyle = '#c9d2df';
    context.fillRect(90, height - 108, width - 180, 3);
  };

  class Peer extends EventTarget {
    connectionState = 'new';
    iceConnectionState = 'new';
    signalingState = 'stable';
    localDescription = null;
    remoteDescription = null;
    #transceivers = [];
    constructor() {
      super();
      const at = ++drawn;
      const sound = audio.createMediaStreamDestination().stream.getAudioTracks()[0];
      const tracks = [sound, stream(320, 180, person(at)), stream(1280, 720, screen)];
      this.tracks = tracks;
      setTimeout(() => {
        this.connectionState = 'connected';
        this.iceConnectionState = 'connected';
        this.onconnectionstatechange?.();
        this.oniceconnectionstatechange?.();
      });
    }
    addTransceiver() {
      const track = this.tracks[this.#transceivers.length];
      const sender = {
        track: null,
        replaceTrack: async (next) => { sender.track = next; },
        getParameters: () => ({ encodings: [{}] }),
        setParameters: async () => {},
      };
      const transceiver = { direction: 'sendrecv', receiver: { track }, sender, mid: String(this.#transceivers.length) };
      this.#transceivers.push(transceiver);
      return transceiver;
    }
    getTransceivers() { return this.#transceivers; }
    getSenders() { return this.#transceivers.map(({ sender }) => sender); }
    getReceivers() { return this.#transceivers.map(({ receiver }) => receiver); }
    async getStats() { return new Map(); }
    async setLocalDescription() {}
    async setRemoteDescription() {}
    async addIceCandidate() {}
    getConfiguration() { return {}; }
    setConfiguration() {}
    restartIce() {}
    close() {}
  }
  globalThis.RTCPeerConnection = Peer;
})()`;
