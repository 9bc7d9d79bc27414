'use client';
import { createContext, useContext, type RefObject } from 'react';

const inMain: RefObject<HTMLElement | null> = {
  get current() {
    return document.getElementById('main') ?? document.body;
  },
};

/** What floats lies inside the page's main landmark; a dialog hands down itself. */
export const PortalHost = createContext(inMain);

/** Where menus, lists, popovers and tooltips put themselves in the document. */
export function usePortalHost() {
  return useContext(PortalHost);
}
