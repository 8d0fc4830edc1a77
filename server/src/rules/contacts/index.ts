import emailDomain from './email-domain.ts';
import emailInvalid from './email-invalid.ts';
import emailRetiredDomain from './email-retired-domain.ts';
import nameInconsistent from './name-inconsistent.ts';
import personUnknown from './person-unknown.ts';
import phoneFormat from './phone-format.ts';
import phoneInvalid from './phone-invalid.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const contacts = {
  title: 'People and contacts',
  rules: [
    phoneInvalid,
    phoneFormat,
    emailInvalid,
    emailDomain,
    emailRetiredDomain,
    personUnknown,
    nameInconsistent,
  ],
} satisfies Chapter;
