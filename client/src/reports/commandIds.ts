/** The ids of the commands for managing reports, without `scrutiny.`. */
export const REPORT_COMMANDS = [
  'newReport',
  'checkForPublication',
  'refreshReports',
  'showMyReports',
  'showAllReports',
  'previewFromReports',
  'checkFromReports',
  'exportFromReports',
  'openExample',
] as const;

export type ReportCommand = (typeof REPORT_COMMANDS)[number];
