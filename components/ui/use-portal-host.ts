'use client';
import { createContext, useContext, type RefObject } from 'react';

/** What a dialog is marked with, whose hints lie inside it. */
export const HOST = { 'data-portal-host': '' };

const main = () => document.getElementById('main') ?? document.body;
const inMain: RefObject<HTMLElement | null> = {
  get current() {
    return main();
  },
};

/** What floats lies inside the page's main landmark; a dialog hands down itself. */
export const PortalHost = createContext(inMain);

/** Where menus, lists and popovers put themselves in the document. */
export function usePortalHost() {
  return useContext(PortalHost);
}

/** The same for what is pointed at. */
export const hostOf = (at: Element) => at.closest<HTMLElement>('[data-portal-host]') ?? main();
