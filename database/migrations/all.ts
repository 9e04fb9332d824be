import { Migration00001Initial } from './Migration00001Initial.ts';
import { Migration00002PunchOut } from './Migration00002PunchOut.ts';
import { Migration00003ProductSearch } from './Migration00003ProductSearch.ts';
import { Migration00004PunchOutDoor } from './Migration00004PunchOutDoor.ts';
import { Migration00005OrderVersions } from './Migration00005OrderVersions.ts';
import { Migration00006OrderMessages } from './Migration00006OrderMessages.ts';
import { Migration00007Intake } from './Migration00007Intake.ts';
import { Migration00008Notices } from './Migration00008Notices.ts';
import { Migration00009Matching } from './Migration00009Matching.ts';
import { Migration00010Prices } from './Migration00010Prices.ts';
import { Migration00011Console } from './Migration00011Console.ts';
import { Migration00013OrderDesk } from './Migration00013OrderDesk.ts';
import { Migration00014Documents } from './Migration00014Documents.ts';
import { Migration00015Statistics } from './Migration00015Statistics.ts';
import { Migration00016AgreementDrafts } from './Migration00016AgreementDrafts.ts';
import { Migration00019Refusals } from './Migration00019Refusals.ts';
import { Migration00020CustomerNames } from './Migration00020CustomerNames.ts';

/** Every migration, in order. */
export const migrations = [
  { name: 'Migration00001Initial', class: Migration00001Initial },
  { name: 'Migration00002PunchOut', class: Migration00002PunchOut },
  { name: 'Migration00003ProductSearch', class: Migration00003ProductSearch },
  { name: 'Migration00004PunchOutDoor', class: Migration00004PunchOutDoor },
  { name: 'Migration00005OrderVersions', class: Migration00005OrderVersions },
  { name: 'Migration00006OrderMessages', class: Migration00006OrderMessages },
  { name: 'Migration00007Intake', class: Migration00007Intake },
  { name: 'Migration00008Notices', class: Migration00008Notices },
  { name: 'Migration00009Matching', class: Migration00009Matching },
  { name: 'Migration00010Prices', class: Migration00010Prices },
  { name: 'Migration00011Console', class: Migration00011Console },
  { name: 'Migration00013OrderDesk', class: Migration00013OrderDesk },
  { name: 'Migration00014Documents', class: Migration00014Documents },
  { name: 'Migration00015Statistics', class: Migration00015Statistics },
  { name: 'Migration00016AgreementDrafts', class: Migration00016AgreementDrafts },
  { name: 'Migration00019Refusals', class: Migration00019Refusals },
  { name: 'Migration00020CustomerNames', class: Migration00020CustomerNames },
];
