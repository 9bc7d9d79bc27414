// Written by `npm run client` from the OpenAPI document. Not to be edited: write it anew when the API has changed.

export type Me = { id: string; name: string; email: string; tourLeft: boolean; memberships: Array<{ projectId: string; project: string; role: "viewer" | "analyst" | "reviewer" | "lead" }> };
export type Token = { id: string; name: string; scopes: Array<"read" | "write">; projectIds: Array<string> | null; createdAt: string; expiresAt: string; ended: boolean; usedAt: string | null; secret?: string };
export type CreateTokenInput = { name: string; scopes?: Array<"read" | "write">; days?: number; projectIds?: Array<string> };
export type Session = { id: string; agent: string; createdAt: string; seenAt: string; expiresAt: string; current: boolean };
export type RevokeSessionsInput = { id?: string; spareCurrent?: boolean };
export type Draft = { targetId: string; projectId: string; slot: string; seq: number; body: string; updatedAt: string };
export type SaveDraftInput = { projectId: string; slot: string; seq: number; body: string };
export type SaveDraftAnswer = { targetId: string; projectId: string; slot: string; seq: number; body: string; updatedAt: string; gone: boolean };
export type DiscardDraftInput = { slot?: string };
export type Notifications = { items: Array<{ id: string; ids: Array<string>; count: number; projectId: string; kind: "mention" | "reply" | "tag-accepted" | "tag-rejected" | "tag-sent-back" | "claim-approved" | "claim-rejected" | "claim-sent-back" | "claim-stale" | "proposal-taken" | "proposal-declined" | "question-assigned" | "question-reopened" | "round-assigned" | "round-revealed" | "export-ready" | "export-failed" | "export-stopped" | "webhook-gave-up" | "webhook-switched-off" | "words-lost"; words: string; many: string; actor: Person; people: number; label: string | null; quoted: boolean; language: string | null; excerpt: string | null; href: string | null; at: string; read: boolean }>; nextCursor: string | null; unread: number };
export type Person = { id: string; name: string; external?: true };
export type ReadNotificationsInput = { ids?: Array<string>; until?: string };
export type ReadNotificationsAnswer = { read: number; unread: number };
export type NoticeSetting = { off: Array<"mention" | "reply" | "tag-accepted" | "tag-rejected" | "tag-sent-back" | "claim-approved" | "claim-rejected" | "claim-sent-back" | "claim-stale" | "proposal-taken" | "proposal-declined" | "question-assigned" | "question-reopened" | "round-assigned" | "round-revealed" | "export-ready" | "export-failed" | "export-stopped" | "webhook-gave-up" | "webhook-switched-off" | "words-lost">; digest: "off" | "hourly" | "daily"; mail: boolean; muted: Array<{ type: "thread" | "claim"; id: string; projectId: string; label: string | null; quoted: boolean; language: string | null; href: string | null }> };
export type SaveNoticeSettingInput = { off?: Array<"mention" | "reply" | "tag-accepted" | "tag-rejected" | "tag-sent-back" | "claim-approved" | "claim-rejected" | "claim-sent-back" | "claim-stale" | "proposal-taken" | "proposal-declined" | "question-assigned" | "question-reopened" | "round-assigned" | "round-revealed" | "export-ready" | "export-failed" | "export-stopped" | "webhook-gave-up" | "webhook-switched-off" | "words-lost">; digest?: "off" | "hourly" | "daily" };
export type MuteSubjectInput = { type: "thread" | "claim"; id: string; muted: boolean };
export type Project = { id: string; name: string; description: string; grades: boolean; hypotheses: boolean; approvalsNeeded: number; adjudicateOwn: boolean; marking: "clear" | "green" | "amber" | "amber+strict" | "red" | null; demo: boolean; role: "viewer" | "analyst" | "reviewer" | "lead"; version: number; createdAt: string };
export type CreateProjectInput = { name: string; description?: string };
export type SaveProjectInput = { name?: string; description?: string; grades?: boolean; hypotheses?: boolean; approvalsNeeded?: number; adjudicateOwn?: boolean; marking?: "clear" | "green" | "amber" | "amber+strict" | "red" | null };
export type TakeArchiveAnswer = { projectId: string; until: string };
export type TakeBackProjectInput = { head: number };
export type BringArchiveAnswer = { check: { plan: string; sha256: string; project: string; rows: number; counts: Array<{ table: string; rows: number }>; people: Array<{ name: string; email: string; known: boolean }>; written: { at: string; by: string } }; projectId: string | null; head: number | null };
export type Member = { id: string; userId: string; name: string; email: string; role: "viewer" | "analyst" | "reviewer" | "lead"; version: number; joinedAt: string };
export type InviteMemberInput = { email: string; role: "viewer" | "analyst" | "reviewer" | "lead" };
export type InviteMemberAnswer = { member: Member | null; invitation: { id: string; email: string; role: "viewer" | "analyst" | "reviewer" | "lead"; expiresAt: string; link?: string } | null };
export type Invitation = { id: string; email: string; role: "viewer" | "analyst" | "reviewer" | "lead"; expiresAt: string; inviter: Inviter; createdAt: string };
export type Inviter = { id: string; name: string };
export type SaveMemberInput = { role: "viewer" | "analyst" | "reviewer" | "lead" };
export type Publisher = { id: string; name: string; kind: string; reliability: "A" | "B" | "C" | "D" | "E" | "F" | null; version: number };
export type AddPublisherInput = { name: string; kind?: string };
export type SavePublisherInput = { name?: string; kind?: string };
export type Article = { id: string; projectId: string; title: string; kind: "article" | "document" | "post" | "transcript" | "interview"; publisher: { id: string; name: string; reliability: "A" | "B" | "C" | "D" | "E" | "F" | null } | null; published: { from: string; to: string; precision: "day" | "month" | "year" | "range"; estimated: boolean } | null; url: string | null; language: string | null; marking: { tlp: "clear" | "green" | "amber" | "amber+strict" | "red" | null; own: boolean }; relays: { publisher: Inviter | null; note: string | null } | null; version: { number: number; sha256: string; length: number; retrievedAt: string; pages: number; original: { name: string; kind: "text" | "html" | "mhtml" | "markdown" | "pdf" | "docx"; size: number; sha256: string } | null }; revision: number; retracted: { at: string; reason: string } | null; creator: Person; createdAt: string; counts: { highlights: number; tags: number; unreviewed: number; lost: number } };
export type AddArticleInput = { title?: string; text?: string; uploadId?: string; publisherId?: string | null; publishedAt?: string | null; publishedEstimated?: boolean; url?: string | null; language?: string | null; kind?: "article" | "document" | "post" | "transcript" | "interview"; relaysPublisherId?: string | null; relaysNote?: string | null; marking?: "clear" | "green" | "amber" | "amber+strict" | "red" | null };
export type SaveArticleInput = { title?: string; publisherId?: string | null; publishedAt?: string | null; publishedEstimated?: boolean; url?: string | null; language?: string | null; kind?: "article" | "document" | "post" | "transcript" | "interview"; relaysPublisherId?: string | null; relaysNote?: string | null; marking?: "clear" | "green" | "amber" | "amber+strict" | "red" | null };
export type Version = { number: number; sha256: string; length: number; reason: string; creator: Person; retrievedAt: string };
export type Upload = { title: string | null; byline: string | null; site: string | null; publishedAt: string | null; url: string | null; language: string | null; warnings: Array<string>; id: string; projectId: string; name: string; kind: "text" | "html" | "mhtml" | "markdown" | "pdf" | "docx"; size: number; sha256: string; encoding: string | null; encodingSure: boolean; length: number; opening: string; pages: number; retrievedAt: string; version: number; same: { articleId: string; title: string } | null };
export type FetchUploadInput = { url: string };
export type ConvertUploadInput = { uploadId: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "iso-8859-2" | "windows-1251" | "koi8-r" | "koi8-u" | "iso-8859-5" | "ibm866" | "windows-1253" | "iso-8859-7" | "windows-1254" | "windows-1255" | "iso-8859-8" | "windows-1256" | "iso-8859-6" | "windows-1257" | "windows-1258" | "windows-874" | "iso-8859-15" | "macintosh" | "gb18030" | "gbk" | "big5" | "shift_jis" | "euc-jp" | "iso-2022-jp" | "euc-kr" };
export type DiscardUploadsInput = { uploadIds: Array<string> };
export type ReviseArticleInput = { text?: string; uploadId?: string; reason: string; of?: number };
export type ReviseArticleAnswer = { article: Article; exact: Array<{ id: string }>; moved: Array<{ id: string; quote: string }>; orphaned: Array<{ id: string; reason: string }> };
export type RetractArticleInput = { reason: string };
export type FinishReadingAnswer = { articleId: string; version: number };
export type Highlight = { id: string; articleId: string; articleVersion: number; start: number; end: number; quote: string; prefix: string; suffix: string; translation: Translation | null; author: Person; orphaned: string | null; carried: Carried | null; tags: Array<Tag>; openThreads: number; version: number; createdAt: string };
export type Translation = { text: string; by: Person };
export type Carried = { how: "same-place" | "same-words" | "through-differences" | "fuzzy" | "by-hand"; from: number; at: string; quote: string | null };
export type Tag = { id: string; highlightId: string; articleId: string; author: Person; externalAuthor?: string; entity: EntityRef | null; nameAsCited: string | null; claim: ClaimStatement | null; madeOn?: MadeOn; stance: "supports" | "contradicts" | "context" | null; confidence: number | null; note: string | null; speaker: EntityRef | null; via: Via | null; denies: boolean; implied: boolean; impliedHow: string | null; reviewState: "unreviewed" | "accepted" | "rejected" | "needs-work" | "contested"; reviews: Array<Review>; proposedBy: Person | null; overtaken: Array<Review>; openThreads: number; version: number; createdAt: string };
export type EntityRef = { id: string; type: string; name: string };
export type ClaimStatement = { id: string; statement: string; status: "draft" | "in-review" | "approved" | "rejected" | "stale" };
export type MadeOn = { id: string; words: string };
export type Via = { id: string; name: string; on: string | null };
export type Review = { id: string; reviewer: Person; verdict: "accept" | "reject" | "needs-work"; reason: string | null; proposal: { entityId?: string; claimId?: string; stance?: "supports" | "contradicts" | "context"; speakerId?: string | null; viaId?: string | null; viaOn?: string | null; denies?: boolean; implied?: boolean; impliedHow?: unknown | null; confidence?: number | null; note?: unknown | null } | null; reply: Reply | null; version: number; at: string };
export type Reply = { kind: "taken" | "declined"; reason: string | null; at: string };
export type SaveHighlightInput = { start: number; end: number; quote: string; tags?: Array<AddTagInput> };
export type AddTagInput = { entityId: string; confidence?: number | null; note?: string | null } | { newEntity: AddEntityInput; confidence?: number | null; note?: string | null } | { claimId: string; stance: "supports" | "contradicts" | "context"; speakerId?: string | null; newSpeaker?: AddEntityInput; viaId?: string | null; viaOn?: string | null; denies?: boolean; implied?: boolean; impliedHow?: string | null; confidence?: number | null; note?: string | null } | { newClaim: AddClaimInput; stance: "supports" | "contradicts" | "context"; speakerId?: string | null; newSpeaker?: AddEntityInput; viaId?: string | null; viaOn?: string | null; denies?: boolean; implied?: boolean; impliedHow?: string | null; confidence?: number | null; note?: string | null };
export type AddEntityInput = { type: string; name: string; aliases?: Array<string>; description?: string; externalIds?: Array<ExternalId>; institutionId?: string | null; newInstitution?: string };
export type ExternalId = { scheme: string; value: string };
export type AddClaimInput = { statement: string; subjectId?: string | null; predicate?: string | null; objectId?: string | null; value?: string | null; reading?: Reading | NewClaimReading | null; period?: Period | null; placeId?: string | null };
export type Reading = { kind: "number"; low: number | null; high: number | null; about?: boolean; unit?: string | null };
export type NewClaimReading = { kind: "date"; date: string };
export type Period = { from: string | null; to: string | null; starts?: boolean; ends?: boolean; note?: string | null; saidOn?: string | null };
export type SaveHighlightsInput = { items: Array<SaveHighlightInput> };
export type DeleteHighlightsInput = { ids: Array<string>; along?: Along };
export type Along = { entityIds: Array<string>; claimIds: Array<string> };
export type MoveHighlightInput = { start: number; end: number; quote: string };
export type DeleteHighlightInput = { along?: Along };
export type TranslateHighlightInput = { translation: string | null };
export type ChangeTagsInput = { items: Array<{ id: string; version: number; change: { entityId?: string; claimId?: string; stance?: "supports" | "contradicts" | "context"; confidence?: number | null } }> };
export type DeleteTagsInput = { tags: Array<DeleteTagsInputTag>; highlights: Array<DeleteTagsInputTag> };
export type DeleteTagsInputTag = { id: string; version: number };
export type DeleteTagsAnswer = { tags: Array<DeleteTagsAnswerTag>; highlights: Array<DeleteTagsAnswerTag> };
export type DeleteTagsAnswerTag = { id: string; version: number };
export type SaveTagInput = { entityId?: string; claimId?: string; stance?: "supports" | "contradicts" | "context"; speakerId?: string | null; viaId?: string | null; viaOn?: string | null; denies?: boolean; implied?: boolean; impliedHow?: string | null; confidence?: number | null; note?: string | null };
export type RepeatTagInput = { articleId?: string };
export type Elsewhere = { articleId: string; title: string; count: number };
export type Corroboration = { articles: number; origins: number; unsourced: number; headline: string; independence: "none" | "one" | "several" | "not-established"; accepted: number; unreviewed: number; groups: Array<Group>; wouldCollapse: Array<WouldCollapse>; wouldBe: WouldBe; claimId: string; against: { articles: number; origins: number; unsourced: number; headline: string; independence: "none" | "one" | "several" | "not-established"; accepted: number; unreviewed: number; groups: Array<Group>; wouldCollapse: Array<WouldCollapse>; wouldBe: WouldBe } };
export type Group = { kind: "credited" | "unsourced" | "beside"; origins: Array<{ type: "speaker" | "publisher"; id: string; name: string }>; articles: Array<GroupArticle>; tagIds: Array<string>; steps: Array<{ code: string; words: string; echoId?: string }> };
export type GroupArticle = { id: string; title: string };
export type WouldCollapse = { echoId: string; words: string };
export type WouldBe = { articles: number; origins: number; unsourced: number; headline: string; independence: "none" | "one" | "several" | "not-established" };
export type CorroborationLine = { articles: number; origins: number; unsourced: number; headline: string; independence: "none" | "one" | "several" | "not-established"; claimId: string };
export type ArticleLinchpin = { claim: ClaimStatement; before: Before; after: Before; falls: boolean; stale: boolean };
export type Before = { articles: number; origins: number; unsourced: number; headline: string };
export type Echoes = { items: Array<{ id: string; projectId: string; spans: Array<Span>; kind: "exact" | "near"; words: number; similarity: number; first: string | null; because: "dates" | "estimated-dates" | "dates-overlap" | "dates-unknown"; decision: Decision | null; version: number; createdAt: string }>; nextCursor: string | null; unsearched: number };
export type Span = { articleId: string; articleVersion: number; start: number; end: number; quote: string; title: string; language: string | null; publisher: string | null; published: Published | null; retracted: boolean };
export type Published = { from: string; to: string; precision: string; estimated: boolean };
export type Decision = { decision: "derived" | "common-origin" | "independent" | null; from: string | null; reason: string; by: Person; at: string };
export type EchoedTag = { echoId: string; article: GroupArticle; tags: Array<{ entity: EntityRef | null; claim: ClaimStatement | null; stance: "supports" | "contradicts" | "context" | null; speaker: EntityRef | null; via: Via | null; denies: boolean; implied: boolean; impliedHow: string | null; author: Person; tagId: string; start: number; end: number; quote: string }> };
export type EchoMap = { articles: Array<{ id: string; title: string; publisher: string | null; published: Published | null; retracted: boolean }>; pairs: Array<{ a: string; b: string; echoes: number; words: number; undecided: number; derivedFromA: number; derivedFromB: number; commonOrigin: number; independent: number; first: string | null }> };
export type SearchEchoesAnswer = { searched: number; left: number };
export type Echo = { id: string; projectId: string; spans: Array<Span>; kind: "exact" | "near"; words: number; similarity: number; first: string | null; because: "dates" | "estimated-dates" | "dates-overlap" | "dates-unknown"; decision: Decision | null; version: number; createdAt: string; decisions: Array<Decision> };
export type WithdrawEchoDecisionInput = { reason?: string | null };
export type Entity = { id: string; projectId: string; type: string; name: string; aliases: Array<string>; merged: Array<EntityRef>; mergedInto: string | null; description: string; protected: string | null; externalIds: Array<ItemExternalId>; institution: EntityRef | null; mentionCount: number; articleCount: number; creator: Person; version: number; createdAt: string };
export type ItemExternalId = { scheme: string; value: string };
export type EntityName = { id: string; type: string; name: string; aliases: Array<string> };
export type EntityVersion = { id: string; number: number; before: { type?: string; name?: string; description?: string; aliases?: Array<string>; externalIds?: Array<ItemExternalId>; institution?: string | null }; replacedBy: Person; replacedAt: string };
export type SaveEntityInput = { type?: string; name?: string; aliases?: Array<string>; description?: string; externalIds?: Array<ExternalId>; institutionId?: string | null };
export type Mention = { id: string; highlightId: string; articleId: string; author: Person; externalAuthor?: string; entity: EntityRef | null; nameAsCited: string | null; claim: ClaimStatement | null; madeOn?: MadeOn; stance: "supports" | "contradicts" | "context" | null; confidence: number | null; note: string | null; speaker: EntityRef | null; via: Via | null; denies: boolean; implied: boolean; impliedHow: string | null; reviewState: "unreviewed" | "accepted" | "rejected" | "needs-work" | "contested"; reviews: Array<Review>; proposedBy: Person | null; overtaken: Array<Review>; openThreads: number; version: number; createdAt: string; highlight: { id: string; articleId: string; articleVersion: number; start: number; end: number; quote: string; prefix: string; suffix: string; translation: Translation | null; author: Person; orphaned: string | null; carried: Carried | null; openThreads: number; version: number; createdAt: string }; article: { id: string; title: string; kind: string; publisher: string | null; publisherId: string | null; reliability: string | null; published: Published | null; url: string | null; language: string | null; sha256: string; retracted: boolean } };
export type MergeEntityInput = { otherId: string; reason: string };
export type MergeEntityAnswer = { id: string; projectId: string; kind: "entity" | "claim"; survivor: Survivor; merged: Survivor; reason: string; author: Person; createdAt: string; undone: Undone | null; version: number };
export type Survivor = { id: string; label: string; type: string };
export type Undone = { by: Person; at: string };
export type SplitEntityInput = { tagIds: Array<string>; name: string; reason: string };
export type SplitEntityAnswer = { id: string; projectId: string; from: Survivor; entity: Survivor; mentions: number; reason: string; author: Person; createdAt: string; undone: Undone | null; version: number };
export type DistinguishEntityInput = { otherId: string; reason: string; sameness?: "different" | "maybe" };
export type Distinction = { id: string; projectId: string; kind: "entity" | "claim"; things: [Survivor, Survivor]; sameness: "different" | "maybe"; reason: string; author: Person; createdAt: string; version: number };
export type EntitySameness = { merges: Array<MergeEntityAnswer>; splits: Array<SplitEntityAnswer>; distinctions: Array<Distinction>; likenesses: Array<Likeness> };
export type Likeness = { things: [Survivor, Survivor]; score: number; reasons: Array<string>; maybe: Distinction | null };
export type Merge = { id: string; projectId: string; kind: "entity" | "claim"; survivor: Survivor; merged: Survivor; reason: string; author: Person; createdAt: string; undone: Undone | null; version: number; since: Array<Mention>; sentTo: Array<Mention> };
export type UndoMergeInput = { back?: Array<string>; stay?: Array<string> };
export type SuggestionRefusal = { id: string; name: string; entity: EntityRef | null; type: string | null; by: Person; at: string };
export type RefuseSuggestionInput = { name: string; entityId: string } | { name: string; type: string };
export type AllowSuggestionsInput = { ids: Array<string> };
export type Claim = { id: string; projectId: string; statement: string; structure: Structure; status: "draft" | "in-review" | "approved" | "rejected" | "stale"; wording: number; claimVersionId: string; creator: Person; writer: Person; citations: Citations; articleCount: number; openObjections: number; newSinceApproval: number; merged: Array<ClaimStatement>; mergedInto: string | null; version: number; createdAt: string; updatedAt: string };
export type Structure = { subject: EntityRef | null; predicate: string | null; object: EntityRef | null; value: string | null; reading: StructureReading | StructureReading2 | null; period: StructurePeriod | null; place: EntityRef | null };
export type StructureReading = { kind: "number"; low: number | null; high: number | null; about: boolean; unit: string | null };
export type StructureReading2 = { kind: "date"; date: string };
export type StructurePeriod = { from: string | null; to: string | null; starts: boolean; ends: boolean; note: string | null; saidOn: string | null };
export type Citations = { supports: number; contradicts: number; context: number; accepted: number; unreviewed: number };
export type ClaimSpeaker = { claimId: string; speaker: EntityRef; citations: number };
export type SaveClaimInput = { statement?: string; subjectId?: string | null; predicate?: string | null; objectId?: string | null; value?: string | null; reading?: Reading | NewClaimReading | null; period?: Period | null; placeId?: string | null };
export type ClaimVersion = { subject: EntityRef | null; predicate: string | null; object: EntityRef | null; value: string | null; reading: StructureReading | StructureReading2 | null; period: StructurePeriod | null; place: EntityRef | null; id: string; number: number; statement: string; author: Person; proposedBy: Person | null; createdAt: string };
export type Assessment = { id: string; claimId: string; analyst: Person; likelihood: number | null; band: "almost-no-chance" | "very-unlikely" | "unlikely" | "roughly-even" | "likely" | "very-likely" | "almost-certain" | null; analyticConfidence: "low" | "moderate" | "high" | null; rationale: string | null; wording: number; version: number; updatedAt: string };
export type AssessClaimInput = { likelihood?: number | "almost-no-chance" | "very-unlikely" | "unlikely" | "roughly-even" | "likely" | "very-likely" | "almost-certain" | null; analyticConfidence?: "low" | "moderate" | "high" | null; rationale?: string | null };
export type View = { id: string; projectId: string; name: string; filters: { q?: string; status?: "draft" | "in-review" | "approved" | "rejected" | "stale"; mine?: "created" | "assessed" | "not-assessed"; entityId?: string; rests?: Array<"denied" | "unnamed-only" | "one-article" | "own-voice">; sort?: "updated" | "added" | "statement" }; shared: boolean; creator: Person; version: number; updatedAt: string };
export type AddViewInput = { name: string; filters: Filters; shared?: boolean };
export type Filters = { q?: string; status?: "draft" | "in-review" | "approved" | "rejected" | "stale"; mine?: "created" | "assessed" | "not-assessed"; entityId?: string; rests?: Array<"denied" | "unnamed-only" | "one-article" | "own-voice">; sort?: "updated" | "added" | "statement" };
export type SaveViewInput = { name?: string; filters?: Filters; shared?: boolean };
export type Grade = { mine: Mine | null; settled: Mine | null; others: Array<Mine>; hidden: number; earlier: Array<Mine>; warning: string | null; type: "publisher" | "entity" | "tag" | "claim"; id: string };
export type Mine = { mark: "1" | "2" | "3" | "4" | "5" | "6" | "A" | "B" | "C" | "D" | "E" | "F"; analyst: Person; at: string };
export type PublisherGrades = { mine: Mine | null; settled: Mine | null; others: Array<Mine>; hidden: number; earlier: Array<Mine>; warning: string | null };
export type GradePublisherInput = { mark: "A" | "B" | "C" | "D" | "E" | "F" | null };
export type EntityGrades = { mine: Mine | null; settled: Mine | null; others: Array<Mine>; hidden: number; earlier: Array<Mine>; warning: string | null; speaks: boolean };
export type GradeCitationInput = { mark: "1" | "2" | "3" | "4" | "5" | "6" | null };
export type AddQuestionAnswer = { id: string; projectId: string; text: string; state: "open" | "settled"; exclusive: boolean; assignee: Person | null; dueOn: string | null; creator: Person; answers: Array<Answer>; pairs: Array<[string, string]>; settled: Settled | null; newEvidence: string | null; judgement: Judgement | null; version: number; createdAt: string; updatedAt: string };
export type Answer = { id: string; claimId: string; statement: string; notKnown: boolean };
export type Settled = { claimId: string | null; reason: string; by: Person; at: string };
export type Judgement = { number: number; text: string | null; author: Person; at: string };
export type AddQuestionInput = { text: string; assigneeId?: string | null; dueOn?: string | null; exclusive?: boolean; answers?: Array<AddAnswerInput> };
export type AddAnswerInput = { claimId: string } | { newClaim: AddClaimInput } | { notKnown: true };
export type Question = { id: string; projectId: string; text: string; state: "open" | "settled"; exclusive: boolean; assignee: Person | null; dueOn: string | null; creator: Person; answers: Array<Answer>; pairs: Array<[string, string]>; settled: Settled | null; newEvidence: string | null; judgement: Judgement | null; version: number; createdAt: string; updatedAt: string; sides: Array<{ id: string; questionId: string; notKnown: boolean; claim: Claim; citations: Array<Mention>; contrary: Array<{ tagId: string; answerId: string }>; assessments: Array<Assessment>; corroboration: Corroboration; version: number }> };
export type SaveQuestionInput = { text?: string; assigneeId?: string | null; dueOn?: string | null; exclusive?: boolean };
export type PairAnswersInput = { answerIds: [string, string]; bothTrue: boolean };
export type Matrix = { questionId: string; answers: Array<FindMatrixAnswerAnswer>; evidence: Array<{ tag: Mention; weight: number; letters: Array<string> }>; cells: Array<{ answerId: string; tagId: string; analyst: Person; reading: "consistent" | "inconsistent" | "neutral" | "not-applicable" }>; ranks: Array<{ analyst: Person; answers: Array<{ answerId: string; marked: number; inconsistent: number; weighted: number }> }> };
export type FindMatrixAnswerAnswer = { id: string; statement: string };
export type MarkCellInput = { answerId: string; tagId: string; reading: "consistent" | "inconsistent" | "neutral" | "not-applicable" | null };
export type JudgeQuestionInput = { text: string | null };
export type SettleQuestionInput = { claimId: string | null; reason: string };
export type ClaimQuestions = { questions: Array<AddQuestionAnswer>; contrary: Array<{ questionId: string; of: string; tag: Mention }> };
export type Contradictions = { items: Array<{ claims: [FindMatrixAnswerAnswer, FindMatrixAnswerAnswer]; on: "value" | "object" | "period"; reason: string; asked: string }>; refused: Array<RefuseContradictionAnswer> };
export type RefuseContradictionAnswer = { id: string; projectId: string; claims: [FindMatrixAnswerAnswer, FindMatrixAnswerAnswer]; reason: string | null; author: Person; at: string; version: number };
export type RefuseContradictionInput = { otherId: string; reason?: string | null };
export type ReviewTagInput = { verdict: "accept" | "reject" | "needs-work"; reason?: string | null; proposal?: SaveTagInput };
export type ReviewTagAnswer = { id: string; highlightId: string; articleId: string; author: Person; externalAuthor?: string; entity: EntityRef | null; nameAsCited: string | null; claim: ClaimStatement | null; madeOn?: MadeOn; stance: "supports" | "contradicts" | "context" | null; confidence: number | null; note: string | null; speaker: EntityRef | null; via: Via | null; denies: boolean; implied: boolean; impliedHow: string | null; reviewState: "unreviewed" | "accepted" | "rejected" | "needs-work" | "contested"; reviews: Array<Review>; proposedBy: Person | null; overtaken: Array<Review>; openThreads: number; version: number; createdAt: string; review: Review };
export type ReviewTagsInput = { tags: Array<DeleteTagsInputTag>; verdict: "accept" };
export type ReviewTagsAnswer = { accepted: Array<{ tagId: string; reviewId: string; version: number }>; problems: Array<{ tagId: string; code: "not-found" | "own-work" | "stale" | "not-allowed-now"; title: string }> };
export type WithdrawReviewsInput = { ids: Array<string> };
export type ReviewClaimInput = { verdict: "accept" | "reject" | "needs-work"; reason?: string | null; proposal?: SaveClaimInput };
export type ReviewClaimAnswer = { id: string; projectId: string; statement: string; structure: Structure; status: "draft" | "in-review" | "approved" | "rejected" | "stale"; wording: number; claimVersionId: string; creator: Person; writer: Person; citations: Citations; articleCount: number; openObjections: number; newSinceApproval: number; merged: Array<ClaimStatement>; mergedInto: string | null; version: number; createdAt: string; updatedAt: string; review: ReviewClaimAnswerReview };
export type ReviewClaimAnswerReview = { id: string; wording: number; reviewer: Person; verdict: "accept" | "reject" | "needs-work"; reason: string | null; proposal: { statement?: string; subjectId?: string | null; predicate?: unknown | null; objectId?: string | null; value?: unknown | null; reading?: { kind: "number"; low: number | null; high: number | null; about: boolean; unit: unknown | null } | { kind: "date"; date: unknown } | null; period?: { from: unknown | null; to: unknown | null; starts?: boolean; ends?: boolean; note?: unknown | null; saidOn?: string | null } | null; placeId?: string | null } | null; reply: Reply | null; withdrawn: boolean; at: string };
export type Approval = { claimVersion: number; status: "draft" | "in-review" | "approved" | "rejected" | "stale"; warnings: Array<Warning>; missing: Array<Warning>; stale: Array<{ code: string; words: string; href: string | null; before: StaleBefore | null; after: StaleBefore | null }>; newSince: { supporting: number; moved: number }; approvedWording: number | null; approvals: Array<ReviewClaimAnswerReview>; lapsed: Array<ReviewClaimAnswerReview>; proposedBy: Person | null; dissent: Array<{ kind: "objection" | "rejection" | "assessment"; id: string; by: Person; at: string; wording: number | null; text: string; likelihood: string | null; open: boolean; lifted: { by: Person; reason: string } | null; href: string | null }>; needed: number; reviews: Array<ReviewClaimAnswerReview> };
export type Warning = { code: string; words: string; href: string | null };
export type StaleBefore = { said: string | null; quote: string | null; language: string | null };
export type WithdrawReviewAnswer = { id: string; tag: Tag | null; claim: Claim | null };
export type DeclineProposalInput = { reason: string };
export type ReviewQueue = { counts: { mentions: number; citations: number; claims: number; mine: number; waiting: number }; groups: Array<{ spelling: string; entity: EntityRef; total: number; tags: Array<Mention> }>; tags: Array<Mention>; claims: Array<Claim>; approvals: Array<{ claimId: string; given: number; lapsed: number }>; needed: number; nextCursor: string | null };
export type Hold = { by: Person; tagId: string | null; claimId: string | null; since: string };
export type KeepHoldInput = { tagId?: string; claimId?: string };
export type Agreement = { analysts: Array<Person>; articles: Array<GroupArticle>; types: Array<string>; round: { id: string; name: string; status: "open" | "done" | "revealed" } | null; tags: number; tooMany: boolean; overall: { shares: Array<Share>; coefficients: Array<Coefficient> }; pairs: Array<{ a: Person; b: Person; shares: Array<Share>; coefficients: Array<Coefficient> }>; byType: Array<{ type: string; shares: Array<Share>; coefficients: Array<Coefficient> }>; byArticle: Array<{ article: GroupArticle; shares: Array<Share>; coefficients: Array<Coefficient> }>; dropped: Array<Dropped> };
export type Share = { question: "tagged" | "edges" | "entity" | "claim" | "stance" | "confidence" | "likelihood" | "analytic-confidence"; agreed: number; of: number; dropped: Array<Dropped> };
export type Dropped = { why: "one-analyst" | "lost" | "twice" | "unmatched" | "other-target" | "not-stated"; n: number };
export type Coefficient = { question: "tagged" | "edges" | "entity" | "claim" | "stance" | "confidence" | "likelihood" | "analytic-confidence"; measure: "f1-exact" | "f1-overlap" | "f1-characters" | "alpha-u" | "alpha-nominal" | "alpha-ordinal" | "alpha-interval" | "kappa-cohen" | "kappa-weighted" | "kappa-fleiss"; value: number | null; why: "nothing-to-compare" | "one-value" | "not-for-two" | "too-few" | "unsteady" | null; n: number; units: number; dropped: number; interval: { low: number; high: number; samples: number } | null; noInterval: "nothing-to-compare" | "one-value" | "not-for-two" | "too-few" | "unsteady" | null };
export type OfA = { tagId: string; highlightId: string | null; quote: string; target: { type: string; id: string; name: string }; stance: "supports" | "contradicts" | "context" | null; confidence: number | null };
export type ItemOfA = { likelihood: number | null; band: "almost-no-chance" | "very-unlikely" | "unlikely" | "roughly-even" | "likely" | "very-likely" | "almost-certain" | null; analyticConfidence: "low" | "moderate" | "high" | null };
export type Discussed = { type: "highlight" | "tag"; id: string; comments: number; open: boolean };
export type Thread = { id: string; projectId: string; subject: { type: "article" | "highlight" | "tag" | "entity" | "claim" | "question"; id: string; label: string; language: string | null; articleId: string | null; highlightId: string | null; claimId: string | null; attached: { type: "claim" | "entity"; id: string; label: string } | null }; creator: Person; outcome: { kind: "settled" | "agreed-to-differ" | "withdrawn"; note: string | null; by: Person; at: string; positions: Array<{ holder: Person; text: string; by: Person }> } | null; began: { verdict: "accept" | "reject" | "needs-work"; withdrawn: boolean } | null; contested: boolean; became: Array<{ type: "claim" | "question"; id: string; label: string }>; comments: Array<Comment>; version: number; createdAt: string; updatedAt: string };
export type Comment = { id: string; threadId: string; author: Person; externalAuthor?: string; body: unknown; text: string; blocksApproval: boolean; lifted: { by: Person; at: string; reason: string } | null; editedAt: string | null; edits: number; deleted: boolean; version: number; createdAt: string };
export type StartThreadInput = { subject: { type: "article" | "highlight" | "tag" | "entity" | "claim" | "question"; id: string }; body: { text: string } | { type: "doc" }; blocksApproval?: boolean };
export type AddCommentInput = { body: { text: string } | { type: "doc" }; blocksApproval?: boolean };
export type CloseThreadInput = { outcome: "settled" | "agreed-to-differ" | "withdrawn"; note?: string | null; positions?: Array<{ holderId: string; text: string }> };
export type SayPositionInput = { text: string };
export type TurnThreadInput = { into: "claim" | "question"; text: string };
export type SaveCommentInput = { body?: { text: string } | { type: "doc" }; blocksApproval?: boolean };
export type CommentVersion = { number: number; body: unknown; text: string; at: string };
export type LiftObjectionInput = { reason: string };
export type OpenRoundAnswer = { id: string; projectId: string; name: string; blind: boolean; status: "open" | "done" | "revealed"; analysts: Array<Analyst>; articleIds: Array<string>; claimIds: Array<string>; creator: Person; revealed: Revealed | null; version: number; createdAt: string };
export type Analyst = { analyst: Person; handedInAt: string | null };
export type Revealed = { by: Person; at: string; early: boolean };
export type OpenRoundInput = { name: string; blind: boolean; articleIds?: Array<string>; claimIds?: Array<string>; analystIds: Array<string> };
export type PreviewRoundAnswer = { tags: number; threads: number; assessments: number; taken: Array<{ id: string; roundId: string; round: string }> };
export type Round = { id: string; projectId: string; name: string; blind: boolean; status: "open" | "done" | "revealed"; analysts: Array<Analyst>; articleIds: Array<string>; claimIds: Array<string>; creator: Person; revealed: Revealed | null; version: number; createdAt: string; items: Array<{ type: "article" | "claim"; id: string; label: string; gone: boolean; mine: number }> };
export type AdjudicationLine = { articleId: string; adjudication: StartAdjudicationAnswer | null; tags: number; decided: number };
export type StartAdjudicationAnswer = { id: string; projectId: string; roundId: string; articleId: string; startedBy: Person; startedAt: string; finished: Undone | null; version: number };
export type StartAdjudicationInput = { articleId: string };
export type Adjudication = { projectId: string; round: { id: string; name: string; status: "open" | "done" | "revealed"; analystIds: Array<string>; ownAllowed: boolean }; article: { id: string; title: string; language: string | null; textVersion: number }; waits: string | null; adjudication: StartAdjudicationAnswer | null; people: Array<{ person: Person; tags: number }>; pairs: Array<{ things: [Survivor, Survivor]; score: number; reasons: Array<string>; maybe: Distinction | null; kind: "entity" | "claim" }>; places: Array<{ key: string; state: "agreed" | "open" | "again" | "decided"; why: "changed" | "joined" | "lost" | "withdrawn" | null; differs: Array<"alone" | "target" | "stance" | "source" | "edges">; missing: Array<Person>; variants: Array<{ start: number; end: number; quote: string; taken: boolean | null; tags: Array<Tag> }>; decision: { id: string; by: Person; at: string; agreed: boolean; own: boolean; reason: string | null; third: Third | null } | null }> };
export type Third = { start: number; end: number; quote: string; tag: Tag };
export type DecidePlaceInput = { tags: Array<DeleteTagsInputTag>; take: Array<string>; reason?: string | null; third?: { start: number; end: number; quote: string; tag: AddTagInput } };
export type DecidePlaceAnswer = { id: string; by: Person; at: string; agreed: boolean; own: boolean; reason: string | null; third: Third | null; projectId: string; adjudicationId: string; tags: number };
export type AcceptAgreedInput = { tags: Array<DeleteTagsInputTag>; places: number };
export type Overview = { articles: Record<"untouched" | "unreviewed" | "reviewed" | "retracted", number>; claims: Record<"draft" | "in-review" | "approved" | "rejected" | "stale", number>; questions: { open: number; overdue: number; nobody: number }; threads: { open: number; objections: number }; agreement: Array<{ id: string; name: string; at: string; alike: number; differed: number }>; people: Array<{ person: Person; waiting: number; inReview: number; sentBack: number; rounds: number; questions: number; mentions: number; askers: Array<Person> }> };
export type OwnWork = { waiting: number; inReview: number; sentBack: number; rounds: number; questions: number; mentions: number; overdue: number };
export type PreviewExportAnswer = { counts: { claims: number; leftOut: number }; claims: Array<{ id: string; statement: string; citations: number; dissent: number; openQuestions: number }>; leftOut: Array<LeftOut>; changes: { since: { format: string; sha256: string; by: Person; at: string }; added: Array<{ id: string; version: number; sha256: string }>; changed: Array<{ id: string; before: ChangedBefore; now: ChangedBefore; parts: Array<"wording" | "structure" | "evidence" | "judgments" | "dissent" | "discussion" | "record"> }>; withdrawn: Array<Withdrawn>; outside: Array<{ id: string; statement: string; why: string }>; same: number } | null };
export type LeftOut = { claimId: string; statement: string; status: "draft" | "in-review" | "approved" | "rejected" | "stale"; why: Array<string> };
export type ChangedBefore = { version: number; statement: string; sha256: string };
export type Withdrawn = { id: string; version: number; statement: string; status: "draft" | "in-review" | "rejected" | "stale" | "deleted" | "merged"; why: string; by: Person | null; at: string | null };
export type File = { sampled: number | null; files: Array<{ name: string; lines: string; more: boolean }>; loses: Array<string> };
export type Export = { id: string; projectId: string; format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas"; filter: { claimIds?: Array<string>; entityId?: string; rests?: Array<"denied" | "unnamed-only" | "one-article" | "own-voice">; since?: string; marking?: "clear" | "green" | "amber" | "amber+strict" | "red"; ceiling?: "clear" | "green" | "amber" | "amber+strict" | "red" }; fileName: string; contentType: string; sha256: string; log: Log; manifest: { counts: Record<string, number>; files: Array<ManifestFile>; leftOut: Array<LeftOut>; bytes?: number; claims?: { count: number; sha256: string }; since?: { format: string; sha256: string; by: Person; at: string; export: string } | null; withdrawn?: Array<Withdrawn>; signature?: { algorithm: "Ed25519"; key: { kty: "OKP"; crv: "Ed25519"; x: string; kid: string }; value: string }; marking?: "clear" | "green" | "amber" | "amber+strict" | "red"; withheld?: Array<string> }; creator: Person; createdAt: string };
export type Log = { seq: number; hash: string };
export type ManifestFile = { name: string; bytes: number; sha256: string };
export type MakeExportInput = { format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas"; filter?: { claimIds?: Array<string>; entityId?: string; rests?: Array<"denied" | "unnamed-only" | "one-article" | "own-voice">; since?: string }; marking?: "clear" | "green" | "amber" | "amber+strict" | "red"; ceiling?: "clear" | "green" | "amber" | "amber+strict" | "red" };
export type ExportJob = { id: string; format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas"; state: "waiting" | "running" | "done" | "failed" | "stopped"; claims: number; total: number | null; failure: string | null; stoppedBy: Person | null; exportId: string | null; creator: Person; createdAt: string };
export type BringInInput = { files: Array<{ name: string; text: string }>; types?: Array<{ label: string; type: string | null }>; plan?: string };
export type BringInAnswer = { check: { format: "claimbench" | "w3c" | "hypothesis" | "label-studio" | "doccano" | "prodigy" | "brat" | "webanno-tsv" | "uima-cas"; unit: { name: "UTF-16" | "code points" | "graphemes" | "UTF-8 bytes"; asked: number; fit: number }; documents: Array<{ name: string; articleId: string | null; isNew: boolean; passages: number; left: number }>; counts: Counts; labels: Array<{ label: string; count: number; type: string | null; example: string }>; authors: Array<string>; byWords: number; left: Array<Left>; leftCount: number; plan: string }; import: Import | null };
export type Counts = { articles: number; passages: number; mentions: number; citations: number; entities: number; claims: number; threads: number; comments: number };
export type Left = { at: string; what: string; why: string };
export type Import = { id: string; format: "claimbench" | "w3c" | "hypothesis" | "label-studio" | "doccano" | "prodigy" | "brat" | "webanno-tsv" | "uima-cas"; unit: "UTF-16" | "code points" | "graphemes" | "UTF-8 bytes"; files: Array<string>; counts: Counts; left: Array<Left>; articleIds: Array<string>; creator: Person; createdAt: string; undone: { by: Person; at: string; kept: Array<{ what: string; why: string }> } | null; version: number };
export type ReadManifestAnswer = { schema: "claimbench-manifest/1"; export: string; format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas"; made: { at: string }; log: Log; counts: Record<string, number>; file: { name: string; sha256: string }; files: Array<ManifestFile> };
export type Link = { id: string; projectId: string; claim: FindMatrixAnswerAnswer | null; export: { id: string; fileName: string; format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas" } | null; ceiling: "clear" | "green" | "amber" | "amber+strict" | "red"; state: "open" | "expired" | "revoked" | "closed"; why: string | null; opens: number; creator: Person; createdAt: string; expiresAt: string; version: number; address?: string };
export type ShareClaimInput = { days?: number; ceiling?: "clear" | "green" | "amber" | "amber+strict" };
export type Webhooks = { items: Array<Webhook>; nextCursor: string | null; allowed: boolean };
export type Webhook = { id: string; projectId: string; address: string; kinds: Array<"articles" | "tags" | "claims" | "questions" | "entities" | "threads" | "exports" | "rounds" | "project">; on: boolean; failingSince: string | null; version: number; creator: Person; createdAt: string; secret?: string };
export type AddWebhookInput = { address: string; kinds: Array<"articles" | "tags" | "claims" | "questions" | "entities" | "threads" | "exports" | "rounds" | "project"> };
export type SaveWebhookInput = { address?: string; kinds?: Array<"articles" | "tags" | "claims" | "questions" | "entities" | "threads" | "exports" | "rounds" | "project">; on?: boolean };
export type Delivery = { id: string; webhookId: string; event: { seq: number; type: string } | null; state: "waiting" | "delivered" | "given-up"; tries: number; createdAt: string; triedAt: string | null; dueAt: string | null; status: number | null; ms: number | null; answer: string | null; failure: string | null; attempts: Array<{ at: string; status: number | null; ms: number | null; answer: string | null; failure: string | null }> };
export type SignPresenceInput = { slot: string; articleId?: string; claimId?: string; textVersion?: number; at?: number };
export type EndPresenceInput = { slot: string };
export type Changes = { items: Array<Event>; cursor: string; more: boolean };
export type Event = { seq: number; type: string; subjectType: string; subjectId: string; version: number; actorId: string; at: string; fields: Array<string> };
export type History = { seq: number; type: string; subjectType: string; subjectId: string; version: number; actorId: string; at: string; fields: Array<string>; actor: Person; words: string; label: string | null; href: string | null; turns: Array<{ field: string; from: string; to: string }>; back: { operation: "restoreArticle" | "restoreHighlight" | "restoreHighlights" | "restoreTag" | "restoreTags" | "restoreEntity" | "restoreClaim" | "restoreQuestion" | "restoreAnswer" | "restoreComment" | "restoreView" | "restoreWebhook" | "restoreMember"; id: string; version: number | null; body: { ids?: Array<string>; tags?: Array<BodyTag>; highlights?: Array<BodyTag>; along?: { entityIds: Array<string>; claimIds: Array<string> } } } | null };
export type BodyTag = { id: string; version: number };
export type Search = { kind: "entity" | "article" | "question" | "claim" | "comment"; id: string; label: string; language: string | null; detail: string | null; excerpt: { before: string; words: string; after: string } | null; href: string };
export type CountNameAnswer = { articles: number; places: number };
export type AcceptInvitationInput = { name: string; password: string };
export type AcceptInvitationAnswer = { projectId: string; email: string };
/** A refusal, as RFC 9457 has it. `code` is stable, `title` is for people. */
export type Problem = { type: "about:blank"; title: string; status: 401 | 403 | 404 | 409 | 412 | 413 | 422 | 428 | 429 | 500 | 503 | 507; code: "unauthenticated" | "forbidden" | "own-work" | "csrf" | "not-found" | "duplicate-article" | "not-allowed-now" | "stale" | "too-large" | "invalid" | "quote-mismatch" | "key-reused" | "version-required" | "rate-limited" | "busy" | "unavailable" | "full" | "internal"; issues?: Array<{ path: string; message: string }>; current?: unknown; reference?: string };

/** What each operation takes and answers. */
export type Operations = {
  /** Who is asking, and in which projects. About one’s own account. */
  findMe: { sent: { signal?: AbortSignal }; answer: Me };
  /** Not be offered the tour of the demo again, on any device. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  leaveTour: { sent: { body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Me };
  /** One’s own access tokens. About one’s own account. */
  listTokens: { sent: { signal?: AbortSignal }; answer: { items: Array<Token>; nextCursor: string | null } };
  /** Make an access token; its secret is shown once. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  createToken: { sent: { body: CreateTokenInput; key?: string; signal?: AbortSignal }; answer: Token };
  /** Revoke an access token. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  revokeToken: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: { revoked: number } };
  /** Where one is signed in. About one’s own account. */
  listSessions: { sent: { signal?: AbortSignal }; answer: { items: Array<Session>; nextCursor: string | null } };
  /** Sign out of one session or everywhere. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  revokeSessions: { sent: { body?: RevokeSessionsInput; key?: string; signal?: AbortSignal }; answer: { revoked: number } };
  /** What one has written and not sent, the latest first. About one’s own account. */
  listDrafts: { sent: { query?: { projectId?: string }; signal?: AbortSignal }; answer: { items: Array<Draft>; nextCursor: string | null } };
  /** What one has written and not sent at one place, a draft for each tab. About one’s own account. */
  findDrafts: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Draft>; nextCursor: string | null } };
  /** Keep what one has written so far; what is older than the kept draft of its tab changes nothing. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveDraft: { sent: { params: { id: string }; body: SaveDraftInput; key?: string; signal?: AbortSignal }; answer: SaveDraftAnswer };
  /** Forget a draft, or all of a place. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  discardDraft: { sent: { params: { id: string }; body?: DiscardDraftInput; key?: string; signal?: AbortSignal }; answer: { discarded: number } };
  /** One’s own inbox over all projects, newest first. About one’s own account. */
  listNotifications: { sent: { query?: { limit?: number; cursor?: string; state?: "unread" | "read" }; signal?: AbortSignal }; answer: Notifications };
  /** Mark lines of one’s own inbox as read. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  readNotifications: { sent: { body?: ReadNotificationsInput; key?: string; signal?: AbortSignal }; answer: ReadNotificationsAnswer };
  /** Which kinds of lines one does not want, what is muted, and how often one is mailed. About one’s own account. */
  findNoticeSetting: { sent: { signal?: AbortSignal }; answer: NoticeSetting };
  /** Switch kinds of lines off and on, and choose how often they are mailed. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveNoticeSetting: { sent: { body?: SaveNoticeSettingInput; key?: string; signal?: AbortSignal }; answer: NoticeSetting };
  /** Mute a thread, or a claim with the threads on it, or let it be heard again. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  muteSubject: { sent: { body: MuteSubjectInput; key?: string; signal?: AbortSignal }; answer: NoticeSetting };
  /** One’s own projects. About one’s own account. */
  listProjects: { sent: { signal?: AbortSignal }; answer: { items: Array<Project>; nextCursor: string | null } };
  /** Create a project and lead it. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  createProject: { sent: { body: CreateProjectInput; key?: string; signal?: AbortSignal }; answer: Project };
  /** One project. Every member may read it; to everybody else it does not exist. */
  findProject: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: Project };
  /** Change a project’s settings. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveProject: { sent: { params: { projectId: string }; body?: SaveProjectInput; version?: number; key?: string; signal?: AbortSignal }; answer: Project };
  /** Say that one takes an archive of the whole project; it may be fetched for ten minutes. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  takeArchive: { sent: { params: { projectId: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: TakeArchiveAnswer };
  /** The archive of a whole project, which another Claimbench brings in. Every member may read it; to everybody else it does not exist. */
  readArchive: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: Uint8Array };
  /** The archive that a project was brought in from, by whom and when. Every member may read it; to everybody else it does not exist. */
  findOrigin: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { archive: { sha256: string; broughtBy: string; broughtAt: string; back: { head: number; since: number; why: string | null } | null } | null } };
  /** Take back a project that one brought in: nobody reaches it any more. Nothing of it is removed. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  takeBackProject: { sent: { params: { projectId: string }; body: TakeBackProjectInput; key?: string; signal?: AbortSignal }; answer: { projectId: string } };
  /** Bring in a whole project from its archive as a new one, and lead it; without `plan` a dry run. The body is the file itself, as it was written. An archive over the limit of the server is refused (413); its command line takes any. About one’s own account. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  bringArchive: { sent: { query?: { plan?: string }; body: Blob | Uint8Array<ArrayBuffer>; key?: string; signal?: AbortSignal }; answer: BringArchiveAnswer };
  /** The members of a project. Every member may read it; to everybody else it does not exist. */
  listMembers: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<Member>; nextCursor: string | null } };
  /** Take somebody in, or make a one-time link for who has no account yet. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  inviteMember: { sent: { params: { projectId: string }; body: InviteMemberInput; key?: string; signal?: AbortSignal }; answer: InviteMemberAnswer };
  /** The invitations that nobody has taken up yet, for leads. Every member may read it; to everybody else it does not exist. */
  listInvitations: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<Invitation>; nextCursor: string | null } };
  /** Withdraw an invitation: its link lets nobody in. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  revokeInvitation: { sent: { params: { projectId: string; invitationId: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Invitation };
  /** Let the link of a withdrawn invitation work again. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreInvitation: { sent: { params: { projectId: string; invitationId: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Invitation };
  /** Change a member’s role. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveMember: { sent: { params: { projectId: string; memberId: string }; body: SaveMemberInput; version?: number; key?: string; signal?: AbortSignal }; answer: Member };
  /** Remove a member. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  removeMember: { sent: { params: { projectId: string; memberId: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Member };
  /** Bring a member back. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreMember: { sent: { params: { projectId: string; memberId: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Member };
  /** The publishers of a project. Every member may read it; to everybody else it does not exist. */
  listPublishers: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<Publisher>; nextCursor: string | null } };
  /** Add a publisher. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addPublisher: { sent: { params: { projectId: string }; body: AddPublisherInput; key?: string; signal?: AbortSignal }; answer: Publisher };
  /** Change a publisher. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  savePublisher: { sent: { params: { id: string }; body?: SavePublisherInput; version?: number; key?: string; signal?: AbortSignal }; answer: Publisher };
  /** The articles of a project. Every member may read it; to everybody else it does not exist. */
  listArticles: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; publisherId?: string; kind?: "article" | "document" | "post" | "transcript" | "interview"; state?: "untouched" | "unreviewed" | "reviewed" | "retracted"; sort?: "added" | "published" | "title" }; signal?: AbortSignal }; answer: { items: Array<Article>; nextCursor: string | null } };
  /** Bring in an article: JSON, or multipart with `file` parts. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. Several files as multipart answer each for itself, with status 200. */
  addArticle: { sent: { params: { projectId: string }; body: AddArticleInput; key?: string; signal?: AbortSignal }; answer: Article };
  /** What is known of an article. Every member may read it; to everybody else it does not exist. */
  findArticle: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Article };
  /** Change what is known of an article. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveArticle: { sent: { params: { id: string }; body?: SaveArticleInput; version?: number; key?: string; signal?: AbortSignal }; answer: Article };
  /** Remove an article. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteArticle: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Article };
  /** Bring an article back. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreArticle: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Article };
  /** The exact text of a version, as text/plain. Every member may read it; to everybody else it does not exist. */
  readText: { sent: { params: { id: string }; query?: { version?: number }; signal?: AbortSignal }; answer: string };
  /** The versions of an article, the newest first. Every member may read it; to everybody else it does not exist. */
  listVersions: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Version>; nextCursor: string | null } };
  /** Add a corrected version, from a text or an upload; every highlight is looked for in it. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reviseArticle: { sent: { params: { id: string }; body: ReviseArticleInput; key?: string; signal?: AbortSignal }; answer: ReviseArticleAnswer };
  /** The bytes of the file that a version was read from, as a download. Every member may read it; to everybody else it does not exist. */
  readOriginal: { sent: { params: { id: string }; query?: { version?: number }; signal?: AbortSignal }; answer: Uint8Array };
  /** Where the pages of a version begin. Every member may read it; to everybody else it does not exist. */
  findPages: { sent: { params: { id: string }; query?: { version?: number }; signal?: AbortSignal }; answer: { starts: Array<number> } };
  /** The files that one has sent and that wait to be brought in, in the order in which they came. Every member may read it; to everybody else it does not exist. */
  listUploads: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Upload>; nextCursor: string | null } };
  /** Files to look at before they become articles: multipart with `file` parts, a ZIP file is opened; answers {items: [{name, upload or problem}]}. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. Several files as multipart answer each for itself, with status 200. */
  addUpload: { sent: { params: { projectId: string }; body: FormData; key?: string; signal?: AbortSignal }; answer: { items: Array<{ name: string; upload?: Upload; problem?: { code: string; title: string } }> } };
  /** Fetch a page to look at before it becomes an article, where the operator allows it. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  fetchUpload: { sent: { params: { projectId: string }; body: FetchUploadInput; key?: string; signal?: AbortSignal }; answer: Upload };
  /** Read an uploaded file anew, in another encoding. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  convertUpload: { sent: { params: { projectId: string }; body: ConvertUploadInput; key?: string; signal?: AbortSignal }; answer: Upload };
  /** Let uploaded files go. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  discardUploads: { sent: { params: { projectId: string }; body: DiscardUploadsInput; key?: string; signal?: AbortSignal }; answer: { discarded: number } };
  /** All that was read from an uploaded file, as text/plain. Every member may read it; to everybody else it does not exist. */
  readUploadText: { sent: { params: { id: string }; signal?: AbortSignal }; answer: string };
  /** Mark an article as retracted. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  retractArticle: { sent: { params: { id: string }; body: RetractArticleInput; version?: number; key?: string; signal?: AbortSignal }; answer: Article };
  /** Say that one has read the article and its tags to the end. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  finishReading: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: FinishReadingAnswer };
  /** The highlights of an article with their tags, in reading order; of an earlier version, those that stood on it. Every member may read it; to everybody else it does not exist. */
  listHighlights: { sent: { params: { id: string }; query?: { version?: number; limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** Highlight words, and tag them in the same write. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveHighlight: { sent: { params: { id: string }; body: SaveHighlightInput; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Highlight and tag many places of an article in one write. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveHighlights: { sent: { params: { id: string }; body: SaveHighlightsInput; key?: string; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** Delete several of one’s own highlights. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteHighlights: { sent: { params: { id: string }; body: DeleteHighlightsInput; key?: string; signal?: AbortSignal }; answer: { ids: Array<string> } };
  /** Bring several of one’s own highlights back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreHighlights: { sent: { params: { id: string }; body: DeleteHighlightsInput; key?: string; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** One highlight. Every member may read it; to everybody else it does not exist. */
  findHighlight: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Highlight };
  /** Move the edges of a highlight. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  moveHighlight: { sent: { params: { id: string }; body: MoveHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Delete a highlight with its tags. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteHighlight: { sent: { params: { id: string }; body?: DeleteHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Bring a highlight back. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreHighlight: { sent: { params: { id: string }; body?: DeleteHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Take back that lost words were placed by hand: they are lost again. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  unplaceHighlight: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Put a translation beside a quote. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  translateHighlight: { sent: { params: { id: string }; body: TranslateHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Highlight };
  /** Change several of one’s own tags of an article in one write. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  changeTags: { sent: { params: { id: string }; body: ChangeTagsInput; key?: string; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** Delete several of one’s own tags of an article, with highlights that keep none. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteTags: { sent: { params: { id: string }; body: DeleteTagsInput; key?: string; signal?: AbortSignal }; answer: DeleteTagsAnswer };
  /** Bring back what was deleted together. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreTags: { sent: { params: { id: string }; body: DeleteTagsInput; key?: string; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** Tag a highlight. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addTag: { sent: { params: { id: string }; body: AddTagInput; key?: string; signal?: AbortSignal }; answer: Tag };
  /** One tag. Every member may read it; to everybody else it does not exist. */
  findTag: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Tag };
  /** Change one’s own tag. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveTag: { sent: { params: { id: string }; body?: SaveTagInput; version?: number; key?: string; signal?: AbortSignal }; answer: Tag };
  /** Delete one’s own tag. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteTag: { sent: { params: { id: string }; body?: DeleteHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Tag };
  /** Bring a tag back. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreTag: { sent: { params: { id: string }; body?: DeleteHighlightInput; version?: number; key?: string; signal?: AbortSignal }; answer: Tag };
  /** Tag the same spelling in the rest of the article, or in another one. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  repeatTag: { sent: { params: { id: string }; body?: RepeatTagInput; key?: string; signal?: AbortSignal }; answer: { items: Array<Highlight>; nextCursor: string | null } };
  /** Other articles in which the spelling of a mention stands untagged. Every member may read it; to everybody else it does not exist. */
  listElsewhere: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Elsewhere> } };
  /** On how many origins a claim rests: articles, credited origins, unsourced groups, and how they were counted. Every member may read it; to everybody else it does not exist. */
  findCorroboration: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Corroboration };
  /** The same figures of several claims, named in `claimIds` with commas between. Every member may read it; to everybody else it does not exist. */
  listCorroboration: { sent: { params: { projectId: string }; query: { claimIds: string }; signal?: AbortSignal }; answer: { items: Array<CorroborationLine>; nextCursor: string | null } };
  /** What falls or goes stale if this article is retracted. Every member may read it; to everybody else it does not exist. */
  findArticleLinchpin: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<ArticleLinchpin> } };
  /** What falls or goes stale if nothing that this entity says counts any more. Every member may read it; to everybody else it does not exist. */
  findEntityLinchpin: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<ArticleLinchpin> } };
  /** What falls or goes stale if nothing of this publisher counts any more. Every member may read it; to everybody else it does not exist. */
  findPublisherLinchpin: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<ArticleLinchpin> } };
  /** Passages that two articles of a project share, newest first. Every member may read it; to everybody else it does not exist. */
  listEchoes: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; articleId?: string; decided?: "yes" | "no" }; signal?: AbortSignal }; answer: Echoes };
  /** Tags made elsewhere on words that an article shares, as they would stand in it. Every member may read it; to everybody else it does not exist. */
  listEchoedTags: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<EchoedTag> } };
  /** Which articles of a project echo each other. Every member may read it; to everybody else it does not exist. */
  findEchoMap: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: EchoMap };
  /** Search texts that were brought in before echoes were searched for. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  searchEchoes: { sent: { params: { projectId: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: SearchEchoesAnswer };
  /** One echo, with all that was decided of it. Every member may read it; to everybody else it does not exist. */
  findEcho: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Echo };
  /** Say where the shared words come from. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  decideEcho: { sent: { params: { id: string }; body: { decision: "derived"; from: string; reason: string } | { decision: "common-origin" | "independent"; reason: string }; version?: number; key?: string; signal?: AbortSignal }; answer: Echo };
  /** Take the decision on an echo back. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  withdrawEchoDecision: { sent: { params: { id: string }; body?: WithdrawEchoDecisionInput; version?: number; key?: string; signal?: AbortSignal }; answer: Echo };
  /** The entities of a project. Every member may read it; to everybody else it does not exist. */
  listEntities: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; type?: string; q?: string; sort?: "name" | "mentions" | "added" }; signal?: AbortSignal }; answer: { items: Array<Entity>; nextCursor: string | null } };
  /** Add an entity. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addEntity: { sent: { params: { projectId: string }; body: AddEntityInput; key?: string; signal?: AbortSignal }; answer: Entity };
  /** The types of entity that a project added, in the order in which they came. Every member may read it; to everybody else it does not exist. */
  listEntityTypes: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<string> } };
  /** Names and aliases of all entities of a project, to match words against. Every member may read it; to everybody else it does not exist. */
  listEntityNames: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<EntityName> } };
  /** One entity; of a merged one the survivor, with `mergedInto`. Every member may read it; to everybody else it does not exist. */
  findEntity: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Entity };
  /** Change an entity; `aliases` is the whole list. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveEntity: { sent: { params: { id: string }; body?: SaveEntityInput; version?: number; key?: string; signal?: AbortSignal }; answer: Entity };
  /** Delete an entity that nothing names any more. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteEntity: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Entity };
  /** What changes of an entity took the place of, newest first. Every member may read it; to everybody else it does not exist. */
  listEntityVersions: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<EntityVersion>; nextCursor: string | null } };
  /** Bring an entity back. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreEntity: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Entity };
  /** Keep who this is inside the project: outside it has a placeholder’s name, and its words are withheld. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  protectEntity: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Entity };
  /** Let this be named outside the project again. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  unprotectEntity: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Entity };
  /** Every mention of an entity as cited, with its article. Every member may read it; to everybody else it does not exist. */
  listMentions: { sent: { params: { id: string }; query?: { limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Mention>; nextCursor: string | null } };
  /** Merge another entity into this one. Needs the role reviewer or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  mergeEntity: { sent: { params: { id: string }; body: MergeEntityInput; key?: string; signal?: AbortSignal }; answer: MergeEntityAnswer };
  /** Make an entity of some mentions of this one. Needs the role reviewer or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  splitEntity: { sent: { params: { id: string }; body: SplitEntityInput; key?: string; signal?: AbortSignal }; answer: SplitEntityAnswer };
  /** Record that another entity is not the same, or may be. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  distinguishEntity: { sent: { params: { id: string }; body: DistinguishEntityInput; key?: string; signal?: AbortSignal }; answer: Distinction };
  /** Whether an entity is another: merges, splits, and what was said of pairs. Every member may read it; to everybody else it does not exist. */
  findEntitySameness: { sent: { params: { id: string }; signal?: AbortSignal }; answer: EntitySameness };
  /** Whether a claim says what another says: merges, and what was said of pairs. Every member may read it; to everybody else it does not exist. */
  findClaimSameness: { sent: { params: { id: string }; signal?: AbortSignal }; answer: EntitySameness };
  /** Entities or claims of a project that may be one, the likeliest first, with why. Every member may read it; to everybody else it does not exist. */
  listLikenesses: { sent: { params: { projectId: string }; query?: { kind?: "entity" | "claim" }; signal?: AbortSignal }; answer: { items: Array<Likeness> } };
  /** Merge another claim into this one. Needs the role reviewer or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  mergeClaim: { sent: { params: { id: string }; body: MergeEntityInput; key?: string; signal?: AbortSignal }; answer: MergeEntityAnswer };
  /** Record that another claim does not say the same, or may. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  distinguishClaim: { sent: { params: { id: string }; body: DistinguishEntityInput; key?: string; signal?: AbortSignal }; answer: Distinction };
  /** One merge, with the tags that its undo asks about. Every member may read it; to everybody else it does not exist. */
  findMerge: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Merge };
  /** Undo a merge; each tag that was made since is named in `back` or in `stay`. Needs the role reviewer or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  undoMerge: { sent: { params: { id: string }; body?: UndoMergeInput; version?: number; key?: string; signal?: AbortSignal }; answer: MergeEntityAnswer };
  /** Put split mentions back. Needs the role reviewer or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  undoSplit: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: SplitEntityAnswer };
  /** Which entities or claims of a project are not the same, or may be, as somebody says; of merged ones the survivor’s id. Every member may read it; to everybody else it does not exist. */
  listDistinctions: { sent: { params: { projectId: string }; query?: { kind?: "entity" | "claim" }; signal?: AbortSignal }; answer: { items: Array<Distinction> } };
  /** Withdraw what was said of two entities or claims. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  withdrawDistinction: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Distinction };
  /** Say it again. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreDistinction: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Distinction };
  /** Names that are not suggested in this project, newest first. Every member may read it; to everybody else it does not exist. */
  listSuggestionRefusals: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<SuggestionRefusal> } };
  /** Suggest a name no more, for an entity or, without one, for a type. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  refuseSuggestion: { sent: { params: { projectId: string }; body: RefuseSuggestionInput; key?: string; signal?: AbortSignal }; answer: SuggestionRefusal };
  /** Suggest refused names again. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  allowSuggestions: { sent: { params: { projectId: string }; body: AllowSuggestionsInput; key?: string; signal?: AbortSignal }; answer: { ids: Array<string> } };
  /** The claims of a project. Every member may read it; to everybody else it does not exist. */
  listClaims: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; status?: "draft" | "in-review" | "approved" | "rejected" | "stale"; entityId?: string; mine?: "created" | "assessed" | "not-assessed"; creatorId?: string; q?: string; rests?: string; sort?: "updated" | "added" | "statement" }; signal?: AbortSignal }; answer: { items: Array<Claim>; nextCursor: string | null } };
  /** Add a claim: one assertion in one sentence. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addClaim: { sent: { params: { projectId: string }; body: AddClaimInput; key?: string; signal?: AbortSignal }; answer: Claim };
  /** Statements of all claims of a project, to find near-equal ones in. Every member may read it; to everybody else it does not exist. */
  listClaimStatements: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<ClaimStatement> } };
  /** Who is cited on which claim, and in how many passages. Every member may read it; to everybody else it does not exist. */
  listClaimSpeakers: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<ClaimSpeaker> } };
  /** One claim; of a merged one the survivor, with `mergedInto`. Every member may read it; to everybody else it does not exist. */
  findClaim: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Claim };
  /** Give a claim a new wording or structure. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveClaim: { sent: { params: { id: string }; body?: SaveClaimInput; version?: number; key?: string; signal?: AbortSignal }; answer: Claim };
  /** Delete a claim. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteClaim: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Claim };
  /** Bring a claim back. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreClaim: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Claim };
  /** All wordings of a claim, newest first. Every member may read it; to everybody else it does not exist. */
  listClaimVersions: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<ClaimVersion>; nextCursor: string | null } };
  /** The citations of a claim: quotes with stance, speaker and outlet. Every member may read it; to everybody else it does not exist. */
  listCitations: { sent: { params: { id: string }; query?: { limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Mention>; nextCursor: string | null } };
  /** Each analyst’s judgment of a claim. Every member may read it; to everybody else it does not exist. */
  listAssessments: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Assessment>; nextCursor: string | null } };
  /** State one’s own judgment of a claim; If-Match carries the version of one’s last one. Needs the role analyst or above. Send the version that you saw in If-Match; the first time, when there is none, leave it out. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  assessClaim: { sent: { params: { id: string }; body: AssessClaimInput; version?: number; key?: string; signal?: AbortSignal }; answer: Assessment };
  /** Submit a claim for review. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  submitClaim: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Claim };
  /** Take a claim back to draft. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reopenClaim: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Claim };
  /** The saved views of the list of claims: one’s own and those shared. Every member may read it; to everybody else it does not exist. */
  listViews: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<View>; nextCursor: string | null } };
  /** Keep filters of the list of claims under a name. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addView: { sent: { params: { projectId: string }; body: AddViewInput; key?: string; signal?: AbortSignal }; answer: View };
  /** Change a saved view, or share it with the project. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveView: { sent: { params: { id: string }; body?: SaveViewInput; version?: number; key?: string; signal?: AbortSignal }; answer: View };
  /** Delete a saved view. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteView: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: View };
  /** Bring a saved view back. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreView: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: View };
  /** All that was graded of a claim or of a question’s answers: they, their citations, and the sources of these. Of the publishers where neither is named. Every member may read it; to everybody else it does not exist. */
  listGrades: { sent: { params: { projectId: string }; query?: { claimId?: string; questionId?: string }; signal?: AbortSignal }; answer: { items: Array<Grade>; nextCursor: string | null } };
  /** The grades of a publisher, side by side; only their number to somebody who has yet to grade it. Every member may read it; to everybody else it does not exist. */
  listPublisherGrades: { sent: { params: { id: string }; signal?: AbortSignal }; answer: PublisherGrades };
  /** Give one’s own grade of the reliability of a publisher, or take it back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  gradePublisher: { sent: { params: { id: string }; body: GradePublisherInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** Record the settled grade of a publisher, or open it again. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  settlePublisherGrade: { sent: { params: { id: string }; body: GradePublisherInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** The grades of a speaker, side by side; only their number to somebody who has yet to grade it. Every member may read it; to everybody else it does not exist. */
  listEntityGrades: { sent: { params: { id: string }; signal?: AbortSignal }; answer: EntityGrades };
  /** Give one’s own grade of the reliability of a speaker, or take it back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  gradeEntity: { sent: { params: { id: string }; body: GradePublisherInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** Record the settled grade of a speaker, or open it again. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  settleEntityGrade: { sent: { params: { id: string }; body: GradePublisherInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** The grades of a citation, side by side; only their number to somebody who has yet to grade it. Every member may read it; to everybody else it does not exist. */
  listCitationGrades: { sent: { params: { id: string }; signal?: AbortSignal }; answer: PublisherGrades };
  /** Give one’s own grade of the credibility of a citation, or take it back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  gradeCitation: { sent: { params: { id: string }; body: GradeCitationInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** Record the settled grade of a citation, or open it again. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  settleCitationGrade: { sent: { params: { id: string }; body: GradeCitationInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** The grades of a claim, side by side; only their number to somebody who has yet to grade it. Every member may read it; to everybody else it does not exist. */
  listClaimGrades: { sent: { params: { id: string }; signal?: AbortSignal }; answer: PublisherGrades };
  /** Give one’s own grade of the credibility of a claim, or take it back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  gradeClaim: { sent: { params: { id: string }; body: GradeCitationInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** Record the settled grade of a claim, or open it again. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  settleClaimGrade: { sent: { params: { id: string }; body: GradeCitationInput; key?: string; signal?: AbortSignal }; answer: PublisherGrades };
  /** The questions of a project, the one that moved last first. Every member may read it; to everybody else it does not exist. */
  listQuestions: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; state?: "open" | "settled"; mine?: "assigned" | "created"; assigneeId?: string | "nobody"; due?: "overdue"; q?: string }; signal?: AbortSignal }; answer: { items: Array<AddQuestionAnswer>; nextCursor: string | null } };
  /** Ask a question, with answers or before there are any. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addQuestion: { sent: { params: { projectId: string }; body: AddQuestionInput; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** One question with its answers side by side. Every member may read it; to everybody else it does not exist. */
  findQuestion: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Question };
  /** Change a question. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveQuestion: { sent: { params: { id: string }; body?: SaveQuestionInput; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Delete a question; its answers stay claims. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteQuestion: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** A question with its answers as a brief, settled or not. Every member may read it; to everybody else it does not exist. */
  readQuestionBrief: { sent: { params: { id: string }; query?: { format?: "markdown" | "html" }; signal?: AbortSignal }; answer: string };
  /** Bring a question back. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreQuestion: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Another answer: a claim that exists, a new one, or that it is not known. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addAnswer: { sent: { params: { id: string }; body: AddAnswerInput; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Say that two answers can both be true, or take it back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  pairAnswers: { sent: { params: { id: string }; body: PairAnswersInput; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Every judgement that was written on a question, the last first. Every member may read it; to everybody else it does not exist. */
  listJudgements: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Judgement>; nextCursor: string | null } };
  /** Answers against evidence: every analyst’s cells, and the answers by what speaks against them. Every member may read it; to everybody else it does not exist. */
  findMatrix: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Matrix };
  /** Say what evidence says of an answer, in one’s own matrix. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  markCell: { sent: { params: { id: string }; body: MarkCellInput; key?: string; signal?: AbortSignal }; answer: Matrix };
  /** Write the paragraph that a question comes to; blank takes it back. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  judgeQuestion: { sent: { params: { id: string }; body: JudgeQuestionInput; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Settle a question for one of its answers, or for none. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  settleQuestion: { sent: { params: { id: string }; body: SettleQuestionInput; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Open a settled question again. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reopenQuestion: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Take an answer out of its question; the claim stays. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  removeAnswer: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** Bring an answer back. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreAnswer: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: AddQuestionAnswer };
  /** The questions that a claim answers, and what speaks against it there. Every member may read it; to everybody else it does not exist. */
  listClaimQuestions: { sent: { params: { id: string }; signal?: AbortSignal }; answer: ClaimQuestions };
  /** Claims that answer one thing differently by their structure, and are under no question yet. Every member may read it; to everybody else it does not exist. */
  listContradictions: { sent: { params: { projectId: string }; query?: { claimId?: string }; signal?: AbortSignal }; answer: Contradictions };
  /** Say that two contradicting claims make no question. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  refuseContradiction: { sent: { params: { id: string }; body: RefuseContradictionInput; key?: string; signal?: AbortSignal }; answer: RefuseContradictionAnswer };
  /** Let a refused contradiction be offered again. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  allowContradiction: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: RefuseContradictionAnswer };
  /** Refuse it again. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  refuseContradictionAgain: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: RefuseContradictionAnswer };
  /** A verdict on a colleague’s tag; a reason against it opens a thread on the tag. Needs the role analyst or above, and is about what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reviewTag: { sent: { params: { id: string }; body: ReviewTagInput; version?: number; key?: string; signal?: AbortSignal }; answer: ReviewTagAnswer };
  /** Accept mentions together; those that cannot be accepted are named with their reasons. Needs the role analyst or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reviewTags: { sent: { params: { projectId: string }; body: ReviewTagsInput; key?: string; signal?: AbortSignal }; answer: ReviewTagsAnswer };
  /** Take back one’s own verdicts on mentions, all or none: the undo of accepting them together. Needs the role analyst or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  withdrawReviews: { sent: { params: { projectId: string }; body: WithdrawReviewsInput; key?: string; signal?: AbortSignal }; answer: { ids: Array<string> } };
  /** A reviewer’s verdict on a claim version; enough accepts approve it. Needs the role reviewer or above, and is about what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reviewClaim: { sent: { params: { id: string }; body: ReviewClaimInput; version?: number; key?: string; signal?: AbortSignal }; answer: ReviewClaimAnswer };
  /** What a claim still needs to be approved, and what changed since it was. Every member may read it; to everybody else it does not exist. */
  findApproval: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Approval };
  /** Take back one’s own latest verdict; If-Match carries the version of the tag or claim that it is on. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  withdrawReview: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: WithdrawReviewAnswer };
  /** Take over the fix that a verdict proposes; If-Match carries the version of the tag or claim that it is for. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  takeProposal: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: WithdrawReviewAnswer };
  /** Decline the fix that a verdict proposes, with a reason. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  declineProposal: { sent: { params: { id: string }; body: DeclineProposalInput; version?: number; key?: string; signal?: AbortSignal }; answer: WithdrawReviewAnswer };
  /** What waits for one’s verdict, and one’s own work that was sent back. Every member may read it; to everybody else it does not exist. */
  findReviewQueue: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; kind?: "mentions" | "citations" | "claims" | "mine" | "waiting"; authorId?: string; articleId?: string; rests?: string; order?: "reading" | "confidence" | "agreement"; every?: number; seed?: number; free?: "yes" }; signal?: AbortSignal }; answer: ReviewQueue };
  /** Who is on what in the queue just now; it forbids nothing. Every member may read it; to everybody else it does not exist. */
  listHolds: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<Hold> } };
  /** Say what one is on, for three minutes; said again while one is. Needs the role analyst or above, and is about what others made. */
  keepHold: { sent: { params: { projectId: string }; body: KeepHoldInput; signal?: AbortSignal }; answer: { items: Array<Hold> } };
  /** Say that one is not on this any more; without a name, on nothing. Needs the role analyst or above, and is about what others made. */
  endHold: { sent: { params: { projectId: string }; body?: KeepHoldInput; signal?: AbortSignal }; answer: { items: Array<Hold> } };
  /** How far analysts agree: of each two, each type of tag, each article, and all together. Every member may read it; to everybody else it does not exist. */
  findAgreement: { sent: { params: { projectId: string }; query?: { roundId?: string; at?: "reveal" | "now"; articleIds?: string; analystIds?: string; type?: string }; signal?: AbortSignal }; answer: Agreement };
  /** Where two analysts differ, in reading order: on which words and claims, and on what of them. Every member may read it; to everybody else it does not exist. */
  listDifferences: { sent: { params: { projectId: string }; query?: { roundId?: string; at?: "reveal" | "now"; articleIds?: string; analystIds?: string; type?: string; question?: "tagged" | "edges" | "entity" | "claim" | "stance" | "confidence" | "likelihood" | "analytic-confidence"; limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<{ about: "words"; questions: Array<"tagged" | "edges" | "entity" | "claim" | "stance" | "confidence" | "likelihood" | "analytic-confidence">; a: Person; b: Person; article: { id: string; title: string; language: string | null }; ofA: OfA | null; ofB: OfA | null } | { about: "claim"; questions: Array<"tagged" | "edges" | "entity" | "claim" | "stance" | "confidence" | "likelihood" | "analytic-confidence">; a: Person; b: Person; claim: FindMatrixAnswerAnswer; ofA: ItemOfA; ofB: ItemOfA }>; nextCursor: string | null } };
  /** Which highlights and tags of an article are discussed, and how much. Every member may read it; to everybody else it does not exist. */
  listDiscussed: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<Discussed> } };
  /** The threads of a project, or those on a subject and what lies below it. Every member may read it; to everybody else it does not exist. */
  listThreads: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; subjectType?: "article" | "highlight" | "tag" | "entity" | "claim" | "question"; subjectId?: string; state?: "open" | "closed"; mine?: "started" | "took-part"; objections?: "open"; mentions?: "me"; waitsFor?: string }; signal?: AbortSignal }; answer: { items: Array<Thread>; nextCursor: string | null } };
  /** Start a thread with its first comment. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  startThread: { sent: { params: { projectId: string }; body: StartThreadInput; key?: string; signal?: AbortSignal }; answer: Thread };
  /** One thread with its comments. Every member may read it; to everybody else it does not exist. */
  findThread: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Thread };
  /** Reply in an open thread. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addComment: { sent: { params: { id: string }; body: AddCommentInput; key?: string; signal?: AbortSignal }; answer: Comment };
  /** Close a thread with its outcome; open objections in it stay open. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  closeThread: { sent: { params: { id: string }; body: CloseThreadInput; version?: number; key?: string; signal?: AbortSignal }; answer: Thread };
  /** Reopen a thread. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reopenThread: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Thread };
  /** Word one’s own position where people agreed to differ. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  sayPosition: { sent: { params: { id: string }; body: SayPositionInput; version?: number; key?: string; signal?: AbortSignal }; answer: Thread };
  /** Make a claim or a question of what a thread is about; each leads to the other. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  turnThread: { sent: { params: { id: string }; body: TurnThreadInput; version?: number; key?: string; signal?: AbortSignal }; answer: Thread };
  /** Change one’s own comment, or withdraw one’s own objection. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveComment: { sent: { params: { id: string }; body?: SaveCommentInput; version?: number; key?: string; signal?: AbortSignal }; answer: Comment };
  /** Delete one’s own comment. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteComment: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Comment };
  /** Bring one’s own comment back. Needs the role analyst or above, and is about what one made oneself. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreComment: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Comment };
  /** What a comment said, newest first. Every member may read it; to everybody else it does not exist. */
  listCommentVersions: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<CommentVersion>; nextCursor: string | null } };
  /** Lift an objection, with a reason; it is printed as dissent. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  liftObjection: { sent: { params: { id: string }; body: LiftObjectionInput; version?: number; key?: string; signal?: AbortSignal }; answer: Comment };
  /** The rounds of a project, newest first. Every member may read it; to everybody else it does not exist. */
  listRounds: { sent: { params: { projectId: string }; query?: { waitsFor?: string }; signal?: AbortSignal }; answer: { items: Array<OpenRoundAnswer>; nextCursor: string | null } };
  /** Give articles or claims to analysts, openly or blind. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  openRound: { sent: { params: { projectId: string }; body: OpenRoundInput; key?: string; signal?: AbortSignal }; answer: OpenRoundAnswer };
  /** What a blind round on these articles and claims would hide at once. Every member may read it; to everybody else it does not exist. */
  previewRound: { sent: { params: { projectId: string }; query?: { articleIds?: string; claimIds?: string }; signal?: AbortSignal }; answer: PreviewRoundAnswer };
  /** One round with what it is about and how far one is. Every member may read it; to everybody else it does not exist. */
  findRound: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Round };
  /** Say that one is done; the last hand-in reveals a blind round. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  handInRound: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: OpenRoundAnswer };
  /** Take one’s hand-in back until the reveal. Needs the role analyst or above. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  takeBackHandIn: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: OpenRoundAnswer };
  /** Show what a blind round hides before all have handed in. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  revealRound: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: OpenRoundAnswer };
  /** Who moved toward whom since the reveal. Every member may read it; to everybody else it does not exist. */
  findMoves: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { pairs: Array<{ one: Person; other: Person; alike: number; differed: number; oneMoved: number; otherMoved: number; bothMoved: number; still: number; parted: number; spans: { alike: number; differed: number; oneMoved: number; otherMoved: number; bothMoved: number; still: number; parted: number } }> } };
  /** How far the articles of a round are decided on, after its reveal. Every member may read it; to everybody else it does not exist. */
  listAdjudications: { sent: { params: { id: string }; signal?: AbortSignal }; answer: { items: Array<AdjudicationLine>; nextCursor: string | null } };
  /** Begin to decide between the analysts of a round on one of its articles. Needs the role reviewer or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  startAdjudication: { sent: { params: { id: string }; body: StartAdjudicationInput; key?: string; signal?: AbortSignal }; answer: StartAdjudicationAnswer };
  /** What the analysts of a round made of one of its articles, place by place, and what is decided. Every member may read it; to everybody else it does not exist. */
  findAdjudication: { sent: { params: { id: string }; query: { articleId: string }; signal?: AbortSignal }; answer: Adjudication };
  /** Decide on one place: take some of its tags, all, none, or write a third; what is not taken is rejected. Needs the role reviewer or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  decidePlace: { sent: { params: { id: string }; body: DecidePlaceInput; key?: string; signal?: AbortSignal }; answer: DecidePlaceAnswer };
  /** Accept everything on which all agree, as it was seen and counted. Needs the role reviewer or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  acceptAgreed: { sent: { params: { id: string }; body: AcceptAgreedInput; key?: string; signal?: AbortSignal }; answer: DecidePlaceAnswer };
  /** Take a decision back with its verdicts. Needs the role reviewer or above, and is about what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  withdrawDecision: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: DecidePlaceAnswer };
  /** Say that everything on an article is decided. Needs the role reviewer or above, and is about what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  finishAdjudication: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: StartAdjudicationAnswer };
  /** Decide anew on an article that was finished. Needs the role reviewer or above, and is about what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  reopenAdjudication: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: StartAdjudicationAnswer };
  /** A project at a glance: its work by state, agreement at each reveal, and who is waiting for whom. Every member may read it; to everybody else it does not exist. */
  findOverview: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: Overview };
  /** One’s own work at a glance: what one is waited for, and what waits for others. Every member may read it; to everybody else it does not exist. */
  findOwnWork: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: OwnWork };
  /** What an export would hold now, and what it would leave out. Every member may read it; to everybody else it does not exist. */
  previewExport: { sent: { params: { projectId: string }; query?: { claim?: string; rests?: string; since?: string; ceiling?: "clear" | "green" | "amber" | "amber+strict" | "red" }; signal?: AbortSignal }; answer: PreviewExportAnswer };
  /** The first lines of a file if it were made now, and what it could not carry. Every member may read it; to everybody else it does not exist. */
  previewFile: { sent: { params: { projectId: string }; query: { format: "html" | "docx" | "markdown" | "stix" | "nanopub" | "csv" | "json" | "w3c" | "claimreview" | "doccano" | "label-studio" | "prodigy" | "spacy" | "brat" | "conll" | "webanno-tsv" | "uima-cas"; claim?: string; rests?: string; marking?: "clear" | "green" | "amber" | "amber+strict" | "red"; since?: string; ceiling?: "clear" | "green" | "amber" | "amber+strict" | "red" }; signal?: AbortSignal }; answer: File };
  /** The exports that were made, newest first. Every member may read it; to everybody else it does not exist. */
  listExports: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Export>; nextCursor: string | null } };
  /** Export the approved claims; above 5,000 of them it answers 202 with a job. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  makeExport: { sent: { params: { projectId: string }; body: MakeExportInput; key?: string; signal?: AbortSignal }; answer: ExportJob };
  /** Bring in a Claimbench export or another tool’s annotations; without `plan` a dry run. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  bringIn: { sent: { params: { projectId: string }; body: BringInInput; key?: string; signal?: AbortSignal }; answer: BringInAnswer };
  /** What was brought in from other tools, newest first. Every member may read it; to everybody else it does not exist. */
  listImports: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string }; signal?: AbortSignal }; answer: { items: Array<Import>; nextCursor: string | null } };
  /** What one import brought, and what not. Every member may read it; to everybody else it does not exist. */
  findImport: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Import };
  /** Take back all that one import brought; what others built on stays and is named. Needs the role analyst or above for what one made oneself, the role lead for what others made. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  undoImport: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Import };
  /** One export with its manifest. Every member may read it; to everybody else it does not exist. */
  findExport: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Export };
  /** Exports that are being made, and those that failed or were stopped since yesterday. Every member may read it; to everybody else it does not exist. */
  listExportJobs: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: { items: Array<ExportJob>; nextCursor: string | null } };
  /** How far the making of an export is. Every member may read it; to everybody else it does not exist. */
  findExportJob: { sent: { params: { id: string }; signal?: AbortSignal }; answer: ExportJob };
  /** Stop the making of an export; nothing of it is kept. Needs the role analyst or above for what one made oneself, the role lead for what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  stopExport: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: ExportJob };
  /** The manifest of an export, to be kept beside its bytes. Every member may read it; to everybody else it does not exist. */
  readManifest: { sent: { params: { id: string }; signal?: AbortSignal }; answer: ReadManifestAnswer };
  /** The bytes of an export. Of the content type that the export names. Every member may read it; to everybody else it does not exist. */
  readExport: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Uint8Array };
  /** The links by which single things of a project are shared, newest first. Every member may read it; to everybody else it does not exist. */
  listLinks: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; claimId?: string; exportId?: string }; signal?: AbortSignal }; answer: { items: Array<Link>; nextCursor: string | null } };
  /** Share an approved claim as it is now by a link; its address is shown once. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  shareClaim: { sent: { params: { id: string }; body?: ShareClaimInput; key?: string; signal?: AbortSignal }; answer: Link };
  /** Share an export by a link; its address is shown once. Needs the role analyst or above. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  shareExport: { sent: { params: { id: string }; body?: ShareClaimInput; key?: string; signal?: AbortSignal }; answer: Link };
  /** Revoke a link: its address shows nothing any more. Needs the role analyst or above for what one made oneself, the role lead for what others made. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  revokeLink: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Link };
  /** The addresses that are told of what happens in a project. Every member may read it; to everybody else it does not exist. */
  listWebhooks: { sent: { params: { projectId: string }; signal?: AbortSignal }; answer: Webhooks };
  /** Have an address told of what happens from now on; the answer holds the secret, once. The address gets a POST of `{type, timestamp, data}`, `data` being the event as the changes have it. It is signed as Standard Webhooks says: `webhook-signature` is `v1,` and the HMAC-SHA256 in base64 of `webhook-id.webhook-timestamp.body`, by the secret after `whsec_`, decoded from base64. Refuse what does not fit or is older than five minutes. Answer 2xx within 10 seconds; else it comes again, eight times over some 17 hours, under the same `webhook-id`. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  addWebhook: { sent: { params: { projectId: string }; body: AddWebhookInput; key?: string; signal?: AbortSignal }; answer: Webhook };
  /** One webhook. Every member may read it; to everybody else it does not exist. */
  findWebhook: { sent: { params: { id: string }; signal?: AbortSignal }; answer: Webhook };
  /** Change the address or the kinds of a webhook, switch it off or on. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  saveWebhook: { sent: { params: { id: string }; body?: SaveWebhookInput; version?: number; key?: string; signal?: AbortSignal }; answer: Webhook };
  /** Remove a webhook: nothing is sent any more. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  deleteWebhook: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Webhook };
  /** Bring a webhook back; it is told of what happens from now on. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  restoreWebhook: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Webhook };
  /** Make another secret for a webhook; the answer holds it, once. Needs the role lead. Send the version that you saw in If-Match. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  renewSecret: { sent: { params: { id: string }; body?: Record<string, never>; version?: number; key?: string; signal?: AbortSignal }; answer: Webhook };
  /** Send a test, which is no event. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  testWebhook: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Delivery };
  /** What was sent to an address and what waits to be, newest first; kept for 30 days. Every member may read it; to everybody else it does not exist. */
  listDeliveries: { sent: { params: { id: string }; query?: { limit?: number; cursor?: string; state?: "waiting" | "delivered" | "given-up" }; signal?: AbortSignal }; answer: { items: Array<Delivery>; nextCursor: string | null } };
  /** Send the same again under the same id. Needs the role lead. Sent again with the same Idempotency-Key it does nothing more and gets the first answer. */
  replayDelivery: { sent: { params: { id: string }; body?: Record<string, never>; key?: string; signal?: AbortSignal }; answer: Delivery };
  /** Say that one is at an article or a claim, every 15 seconds or when one reads elsewhere in it. Needs the role viewer or above. */
  signPresence: { sent: { params: { projectId: string }; body: SignPresenceInput; signal?: AbortSignal }; answer: { here: boolean } };
  /** Say that one has left. Needs the role viewer or above. */
  endPresence: { sent: { params: { projectId: string }; body: EndPresenceInput; signal?: AbortSignal }; answer: { here: boolean } };
  /** What changed after a cursor, for programs that keep up with a project. Ask without `after` for everything, with `after=now` for a cursor to begin at; then send each answer’s `cursor` as the next `after`. Nothing is passed over, however many write at once. An event holds ids and names of fields, and beside them from what to what in ids and numbers (`confidence=40>80`), never text: fetch what you want of it. What a blind round hides from you is told when it is revealed, with its own older `seq`, and may have been told before the round: an event whose `seq` you know is the same event. Every member may read it; to everybody else it does not exist. */
  listChanges: { sent: { params: { projectId: string }; query?: { after?: "now" | string; limit?: number }; signal?: AbortSignal }; answer: Changes };
  /** The log of a project in its order, after a sequence number. Every member may read it; to everybody else it does not exist. */
  listEvents: { sent: { params: { projectId: string }; query?: { after?: number; limit?: number }; signal?: AbortSignal }; answer: { items: Array<Event>; nextCursor: string | null } };
  /** The log in words, newest first. Every member may read it; to everybody else it does not exist. */
  listHistory: { sent: { params: { projectId: string }; query?: { limit?: number; cursor?: string; subjectId?: string; actorId?: string; kind?: "articles" | "tags" | "claims" | "questions" | "entities" | "threads" | "exports" | "rounds" | "project"; from?: string; to?: string }; signal?: AbortSignal }; answer: { items: Array<History>; nextCursor: string | null } };
  /** Words in articles, names and aliases, claims and comments; names also nearly so. Every member may read it; to everybody else it does not exist. */
  search: { sent: { params: { projectId: string }; query: { q: string; in?: "entity" | "article" | "question" | "claim" | "comment"; limit?: number }; signal?: AbortSignal }; answer: { items: Array<Search>; nextCursor: string | null } };
  /** How often a name stands in the articles of a project, as whole words. Every member may read it; to everybody else it does not exist. */
  countName: { sent: { params: { projectId: string }; query: { name: string; exceptArticle?: string }; signal?: AbortSignal }; answer: CountNameAnswer };
  /** The log as it grows, as Server-Sent Events. Resumes after Last-Event-ID or `after` without a gap. The data of each event is as in the log; `beat` says how far all is told, `reset` that everything must be read anew. Every member may read it; to everybody else it does not exist. */
  live: { sent: { params: { projectId: string }; query?: { after?: string; recent?: string }; signal?: AbortSignal }; answer: ReadableStream<Uint8Array> };
  /** Take an invitation up: a name and a password. Needs no session and no token: the secret in the path lets in. */
  acceptInvitation: { sent: { params: { token: string }; body: AcceptInvitationInput; signal?: AbortSignal }; answer: AcceptInvitationAnswer };
};

/** Method, path and kind of answer of each operation. */
export const operations = {
  findMe: ['GET', '/me', 'json'],
  leaveTour: ['POST', '/me/tour/leave', 'json'],
  listTokens: ['GET', '/tokens', 'json'],
  createToken: ['POST', '/tokens', 'json'],
  revokeToken: ['DELETE', '/tokens/{id}', 'json'],
  listSessions: ['GET', '/sessions', 'json'],
  revokeSessions: ['DELETE', '/sessions', 'json'],
  listDrafts: ['GET', '/drafts', 'json'],
  findDrafts: ['GET', '/drafts/{id}', 'json'],
  saveDraft: ['PUT', '/drafts/{id}', 'json'],
  discardDraft: ['DELETE', '/drafts/{id}', 'json'],
  listNotifications: ['GET', '/notifications', 'json'],
  readNotifications: ['POST', '/notifications/read', 'json'],
  findNoticeSetting: ['GET', '/notifications/settings', 'json'],
  saveNoticeSetting: ['PUT', '/notifications/settings', 'json'],
  muteSubject: ['POST', '/notifications/mute', 'json'],
  listProjects: ['GET', '/projects', 'json'],
  createProject: ['POST', '/projects', 'json'],
  findProject: ['GET', '/projects/{projectId}', 'json'],
  saveProject: ['PATCH', '/projects/{projectId}', 'json'],
  takeArchive: ['POST', '/projects/{projectId}/archive', 'json'],
  readArchive: ['GET', '/projects/{projectId}/archive', 'bytes'],
  findOrigin: ['GET', '/projects/{projectId}/origin', 'json'],
  takeBackProject: ['POST', '/projects/{projectId}/take-back', 'json'],
  bringArchive: ['POST', '/archives', 'json'],
  listMembers: ['GET', '/projects/{projectId}/members', 'json'],
  inviteMember: ['POST', '/projects/{projectId}/members', 'json'],
  listInvitations: ['GET', '/projects/{projectId}/invitations', 'json'],
  revokeInvitation: ['DELETE', '/projects/{projectId}/invitations/{invitationId}', 'json'],
  restoreInvitation: ['POST', '/projects/{projectId}/invitations/{invitationId}/restore', 'json'],
  saveMember: ['PATCH', '/projects/{projectId}/members/{memberId}', 'json'],
  removeMember: ['DELETE', '/projects/{projectId}/members/{memberId}', 'json'],
  restoreMember: ['POST', '/projects/{projectId}/members/{memberId}/restore', 'json'],
  listPublishers: ['GET', '/projects/{projectId}/publishers', 'json'],
  addPublisher: ['POST', '/projects/{projectId}/publishers', 'json'],
  savePublisher: ['PATCH', '/publishers/{id}', 'json'],
  listArticles: ['GET', '/projects/{projectId}/articles', 'json'],
  addArticle: ['POST', '/projects/{projectId}/articles', 'json'],
  findArticle: ['GET', '/articles/{id}', 'json'],
  saveArticle: ['PATCH', '/articles/{id}', 'json'],
  deleteArticle: ['DELETE', '/articles/{id}', 'json'],
  restoreArticle: ['POST', '/articles/{id}/restore', 'json'],
  readText: ['GET', '/articles/{id}/text', 'text'],
  listVersions: ['GET', '/articles/{id}/versions', 'json'],
  reviseArticle: ['POST', '/articles/{id}/versions', 'json'],
  readOriginal: ['GET', '/articles/{id}/original', 'bytes'],
  findPages: ['GET', '/articles/{id}/pages', 'json'],
  listUploads: ['GET', '/projects/{projectId}/uploads', 'json'],
  addUpload: ['POST', '/projects/{projectId}/uploads', 'json'],
  fetchUpload: ['POST', '/projects/{projectId}/uploads/fetch', 'json'],
  convertUpload: ['POST', '/projects/{projectId}/uploads/convert', 'json'],
  discardUploads: ['POST', '/projects/{projectId}/uploads/discard', 'json'],
  readUploadText: ['GET', '/uploads/{id}/text', 'text'],
  retractArticle: ['POST', '/articles/{id}/retract', 'json'],
  finishReading: ['POST', '/articles/{id}/readings', 'json'],
  listHighlights: ['GET', '/articles/{id}/highlights', 'json'],
  saveHighlight: ['POST', '/articles/{id}/highlights', 'json'],
  saveHighlights: ['POST', '/articles/{id}/highlights/bulk', 'json'],
  deleteHighlights: ['POST', '/articles/{id}/highlights/delete', 'json'],
  restoreHighlights: ['POST', '/articles/{id}/highlights/restore', 'json'],
  findHighlight: ['GET', '/highlights/{id}', 'json'],
  moveHighlight: ['PATCH', '/highlights/{id}', 'json'],
  deleteHighlight: ['DELETE', '/highlights/{id}', 'json'],
  restoreHighlight: ['POST', '/highlights/{id}/restore', 'json'],
  unplaceHighlight: ['POST', '/highlights/{id}/unplace', 'json'],
  translateHighlight: ['PUT', '/highlights/{id}/translation', 'json'],
  changeTags: ['POST', '/articles/{id}/tags/change', 'json'],
  deleteTags: ['POST', '/articles/{id}/tags/delete', 'json'],
  restoreTags: ['POST', '/articles/{id}/tags/restore', 'json'],
  addTag: ['POST', '/highlights/{id}/tags', 'json'],
  findTag: ['GET', '/tags/{id}', 'json'],
  saveTag: ['PATCH', '/tags/{id}', 'json'],
  deleteTag: ['DELETE', '/tags/{id}', 'json'],
  restoreTag: ['POST', '/tags/{id}/restore', 'json'],
  repeatTag: ['POST', '/tags/{id}/repeats', 'json'],
  listElsewhere: ['GET', '/tags/{id}/elsewhere', 'json'],
  findCorroboration: ['GET', '/claims/{id}/corroboration', 'json'],
  listCorroboration: ['GET', '/projects/{projectId}/corroboration', 'json'],
  findArticleLinchpin: ['GET', '/articles/{id}/linchpin', 'json'],
  findEntityLinchpin: ['GET', '/entities/{id}/linchpin', 'json'],
  findPublisherLinchpin: ['GET', '/publishers/{id}/linchpin', 'json'],
  listEchoes: ['GET', '/projects/{projectId}/echoes', 'json'],
  listEchoedTags: ['GET', '/articles/{id}/echoed-tags', 'json'],
  findEchoMap: ['GET', '/projects/{projectId}/echo-map', 'json'],
  searchEchoes: ['POST', '/projects/{projectId}/echoes/search', 'json'],
  findEcho: ['GET', '/echoes/{id}', 'json'],
  decideEcho: ['POST', '/echoes/{id}/decision', 'json'],
  withdrawEchoDecision: ['DELETE', '/echoes/{id}/decision', 'json'],
  listEntities: ['GET', '/projects/{projectId}/entities', 'json'],
  addEntity: ['POST', '/projects/{projectId}/entities', 'json'],
  listEntityTypes: ['GET', '/projects/{projectId}/entity-types', 'json'],
  listEntityNames: ['GET', '/projects/{projectId}/entity-names', 'json'],
  findEntity: ['GET', '/entities/{id}', 'json'],
  saveEntity: ['PATCH', '/entities/{id}', 'json'],
  deleteEntity: ['DELETE', '/entities/{id}', 'json'],
  listEntityVersions: ['GET', '/entities/{id}/versions', 'json'],
  restoreEntity: ['POST', '/entities/{id}/restore', 'json'],
  protectEntity: ['PUT', '/entities/{id}/protection', 'json'],
  unprotectEntity: ['DELETE', '/entities/{id}/protection', 'json'],
  listMentions: ['GET', '/entities/{id}/mentions', 'json'],
  mergeEntity: ['POST', '/entities/{id}/merges', 'json'],
  splitEntity: ['POST', '/entities/{id}/splits', 'json'],
  distinguishEntity: ['POST', '/entities/{id}/distinctions', 'json'],
  findEntitySameness: ['GET', '/entities/{id}/sameness', 'json'],
  findClaimSameness: ['GET', '/claims/{id}/sameness', 'json'],
  listLikenesses: ['GET', '/projects/{projectId}/likenesses', 'json'],
  mergeClaim: ['POST', '/claims/{id}/merges', 'json'],
  distinguishClaim: ['POST', '/claims/{id}/distinctions', 'json'],
  findMerge: ['GET', '/merges/{id}', 'json'],
  undoMerge: ['POST', '/merges/{id}/undo', 'json'],
  undoSplit: ['POST', '/splits/{id}/undo', 'json'],
  listDistinctions: ['GET', '/projects/{projectId}/distinctions', 'json'],
  withdrawDistinction: ['DELETE', '/distinctions/{id}', 'json'],
  restoreDistinction: ['POST', '/distinctions/{id}/restore', 'json'],
  listSuggestionRefusals: ['GET', '/projects/{projectId}/suggestion-refusals', 'json'],
  refuseSuggestion: ['POST', '/projects/{projectId}/suggestion-refusals', 'json'],
  allowSuggestions: ['POST', '/projects/{projectId}/suggestion-refusals/withdraw', 'json'],
  listClaims: ['GET', '/projects/{projectId}/claims', 'json'],
  addClaim: ['POST', '/projects/{projectId}/claims', 'json'],
  listClaimStatements: ['GET', '/projects/{projectId}/claim-statements', 'json'],
  listClaimSpeakers: ['GET', '/projects/{projectId}/claim-speakers', 'json'],
  findClaim: ['GET', '/claims/{id}', 'json'],
  saveClaim: ['PATCH', '/claims/{id}', 'json'],
  deleteClaim: ['DELETE', '/claims/{id}', 'json'],
  restoreClaim: ['POST', '/claims/{id}/restore', 'json'],
  listClaimVersions: ['GET', '/claims/{id}/versions', 'json'],
  listCitations: ['GET', '/claims/{id}/citations', 'json'],
  listAssessments: ['GET', '/claims/{id}/assessments', 'json'],
  assessClaim: ['PUT', '/claims/{id}/assessments/mine', 'json'],
  submitClaim: ['POST', '/claims/{id}/submit', 'json'],
  reopenClaim: ['POST', '/claims/{id}/reopen', 'json'],
  listViews: ['GET', '/projects/{projectId}/views', 'json'],
  addView: ['POST', '/projects/{projectId}/views', 'json'],
  saveView: ['PATCH', '/views/{id}', 'json'],
  deleteView: ['DELETE', '/views/{id}', 'json'],
  restoreView: ['POST', '/views/{id}/restore', 'json'],
  listGrades: ['GET', '/projects/{projectId}/grades', 'json'],
  listPublisherGrades: ['GET', '/publishers/{id}/grades', 'json'],
  gradePublisher: ['PUT', '/publishers/{id}/grades/mine', 'json'],
  settlePublisherGrade: ['PUT', '/publishers/{id}/grades/settled', 'json'],
  listEntityGrades: ['GET', '/entities/{id}/grades', 'json'],
  gradeEntity: ['PUT', '/entities/{id}/grades/mine', 'json'],
  settleEntityGrade: ['PUT', '/entities/{id}/grades/settled', 'json'],
  listCitationGrades: ['GET', '/tags/{id}/grades', 'json'],
  gradeCitation: ['PUT', '/tags/{id}/grades/mine', 'json'],
  settleCitationGrade: ['PUT', '/tags/{id}/grades/settled', 'json'],
  listClaimGrades: ['GET', '/claims/{id}/grades', 'json'],
  gradeClaim: ['PUT', '/claims/{id}/grades/mine', 'json'],
  settleClaimGrade: ['PUT', '/claims/{id}/grades/settled', 'json'],
  listQuestions: ['GET', '/projects/{projectId}/questions', 'json'],
  addQuestion: ['POST', '/projects/{projectId}/questions', 'json'],
  findQuestion: ['GET', '/questions/{id}', 'json'],
  saveQuestion: ['PATCH', '/questions/{id}', 'json'],
  deleteQuestion: ['DELETE', '/questions/{id}', 'json'],
  readQuestionBrief: ['GET', '/questions/{id}/brief', 'text'],
  restoreQuestion: ['POST', '/questions/{id}/restore', 'json'],
  addAnswer: ['POST', '/questions/{id}/answers', 'json'],
  pairAnswers: ['POST', '/questions/{id}/pairs', 'json'],
  listJudgements: ['GET', '/questions/{id}/judgements', 'json'],
  findMatrix: ['GET', '/questions/{id}/matrix', 'json'],
  markCell: ['PUT', '/questions/{id}/matrix', 'json'],
  judgeQuestion: ['PUT', '/questions/{id}/judgement', 'json'],
  settleQuestion: ['POST', '/questions/{id}/settle', 'json'],
  reopenQuestion: ['POST', '/questions/{id}/reopen', 'json'],
  removeAnswer: ['DELETE', '/answers/{id}', 'json'],
  restoreAnswer: ['POST', '/answers/{id}/restore', 'json'],
  listClaimQuestions: ['GET', '/claims/{id}/questions', 'json'],
  listContradictions: ['GET', '/projects/{projectId}/contradictions', 'json'],
  refuseContradiction: ['POST', '/claims/{id}/contradictions/refuse', 'json'],
  allowContradiction: ['DELETE', '/contradictions/{id}', 'json'],
  refuseContradictionAgain: ['POST', '/contradictions/{id}/restore', 'json'],
  reviewTag: ['POST', '/tags/{id}/reviews', 'json'],
  reviewTags: ['POST', '/projects/{projectId}/reviews', 'json'],
  withdrawReviews: ['POST', '/projects/{projectId}/reviews/withdraw', 'json'],
  reviewClaim: ['POST', '/claims/{id}/reviews', 'json'],
  findApproval: ['GET', '/claims/{id}/approval', 'json'],
  withdrawReview: ['DELETE', '/reviews/{id}', 'json'],
  takeProposal: ['POST', '/reviews/{id}/take', 'json'],
  declineProposal: ['POST', '/reviews/{id}/decline', 'json'],
  findReviewQueue: ['GET', '/projects/{projectId}/review-queue', 'json'],
  listHolds: ['GET', '/projects/{projectId}/holds', 'json'],
  keepHold: ['PUT', '/projects/{projectId}/holds/mine', 'json'],
  endHold: ['DELETE', '/projects/{projectId}/holds/mine', 'json'],
  findAgreement: ['GET', '/projects/{projectId}/agreement', 'json'],
  listDifferences: ['GET', '/projects/{projectId}/agreement/differences', 'json'],
  listDiscussed: ['GET', '/articles/{id}/discussed', 'json'],
  listThreads: ['GET', '/projects/{projectId}/threads', 'json'],
  startThread: ['POST', '/projects/{projectId}/threads', 'json'],
  findThread: ['GET', '/threads/{id}', 'json'],
  addComment: ['POST', '/threads/{id}/comments', 'json'],
  closeThread: ['POST', '/threads/{id}/outcome', 'json'],
  reopenThread: ['POST', '/threads/{id}/reopen', 'json'],
  sayPosition: ['PUT', '/threads/{id}/positions/mine', 'json'],
  turnThread: ['POST', '/threads/{id}/turn', 'json'],
  saveComment: ['PATCH', '/comments/{id}', 'json'],
  deleteComment: ['DELETE', '/comments/{id}', 'json'],
  restoreComment: ['POST', '/comments/{id}/restore', 'json'],
  listCommentVersions: ['GET', '/comments/{id}/versions', 'json'],
  liftObjection: ['POST', '/comments/{id}/lift', 'json'],
  listRounds: ['GET', '/projects/{projectId}/rounds', 'json'],
  openRound: ['POST', '/projects/{projectId}/rounds', 'json'],
  previewRound: ['GET', '/projects/{projectId}/round-preview', 'json'],
  findRound: ['GET', '/rounds/{id}', 'json'],
  handInRound: ['POST', '/rounds/{id}/hand-in', 'json'],
  takeBackHandIn: ['DELETE', '/rounds/{id}/hand-in', 'json'],
  revealRound: ['POST', '/rounds/{id}/reveal', 'json'],
  findMoves: ['GET', '/rounds/{id}/moves', 'json'],
  listAdjudications: ['GET', '/rounds/{id}/adjudications', 'json'],
  startAdjudication: ['POST', '/rounds/{id}/adjudications', 'json'],
  findAdjudication: ['GET', '/rounds/{id}/adjudication', 'json'],
  decidePlace: ['POST', '/adjudications/{id}/decisions', 'json'],
  acceptAgreed: ['POST', '/adjudications/{id}/agreed', 'json'],
  withdrawDecision: ['DELETE', '/decisions/{id}', 'json'],
  finishAdjudication: ['POST', '/adjudications/{id}/finish', 'json'],
  reopenAdjudication: ['POST', '/adjudications/{id}/reopen', 'json'],
  findOverview: ['GET', '/projects/{projectId}/overview', 'json'],
  findOwnWork: ['GET', '/projects/{projectId}/overview/mine', 'json'],
  previewExport: ['GET', '/projects/{projectId}/export-preview', 'json'],
  previewFile: ['GET', '/projects/{projectId}/export-preview/file', 'json'],
  listExports: ['GET', '/projects/{projectId}/exports', 'json'],
  makeExport: ['POST', '/projects/{projectId}/exports', 'json'],
  bringIn: ['POST', '/projects/{projectId}/imports', 'json'],
  listImports: ['GET', '/projects/{projectId}/imports', 'json'],
  findImport: ['GET', '/imports/{id}', 'json'],
  undoImport: ['POST', '/imports/{id}/undo', 'json'],
  findExport: ['GET', '/exports/{id}', 'json'],
  listExportJobs: ['GET', '/projects/{projectId}/export-jobs', 'json'],
  findExportJob: ['GET', '/export-jobs/{id}', 'json'],
  stopExport: ['POST', '/export-jobs/{id}/stop', 'json'],
  readManifest: ['GET', '/exports/{id}/manifest', 'json'],
  readExport: ['GET', '/exports/{id}/content', 'bytes'],
  listLinks: ['GET', '/projects/{projectId}/links', 'json'],
  shareClaim: ['POST', '/claims/{id}/links', 'json'],
  shareExport: ['POST', '/exports/{id}/links', 'json'],
  revokeLink: ['DELETE', '/links/{id}', 'json'],
  listWebhooks: ['GET', '/projects/{projectId}/webhooks', 'json'],
  addWebhook: ['POST', '/projects/{projectId}/webhooks', 'json'],
  findWebhook: ['GET', '/webhooks/{id}', 'json'],
  saveWebhook: ['PATCH', '/webhooks/{id}', 'json'],
  deleteWebhook: ['DELETE', '/webhooks/{id}', 'json'],
  restoreWebhook: ['POST', '/webhooks/{id}/restore', 'json'],
  renewSecret: ['POST', '/webhooks/{id}/secret', 'json'],
  testWebhook: ['POST', '/webhooks/{id}/test', 'json'],
  listDeliveries: ['GET', '/webhooks/{id}/deliveries', 'json'],
  replayDelivery: ['POST', '/deliveries/{id}/replay', 'json'],
  signPresence: ['PUT', '/projects/{projectId}/presence', 'json'],
  endPresence: ['DELETE', '/projects/{projectId}/presence', 'json'],
  listChanges: ['GET', '/projects/{projectId}/changes', 'json'],
  listEvents: ['GET', '/projects/{projectId}/events', 'json'],
  listHistory: ['GET', '/projects/{projectId}/history', 'json'],
  search: ['GET', '/projects/{projectId}/search', 'json'],
  countName: ['GET', '/projects/{projectId}/name-counts', 'json'],
  live: ['GET', '/projects/{projectId}/live', 'stream'],
  acceptInvitation: ['POST', '/invitations/{token}', 'json'],
} as const satisfies Record<keyof Operations, readonly [string, string, string]>;
