import { openDatabase } from '../../src/database/database.ts';
import { hostOf, meetingHouse, stranger } from './meeting-house.ts';

/** A program in which a host and a guest are in a meeting; it says which, and stays until it is killed. */

const house = await meetingHouse(await openDatabase(process.argv[2] ?? ''));
const { host, session } = await house.meeting();
await house.enter(session, hostOf(host));
house.clock.advance({ seconds: 10 });
await house.enter(session, stranger('Ada'));
process.stdout.write(`${session.sessionKey}\n`);
process.stdin.resume();
