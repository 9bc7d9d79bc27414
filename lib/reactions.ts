import { react } from '@/lib/core/command';

// What follows from an event in other rooms, in the same transaction: one table.
react({});
